//! Every text of a question or answer rewritten on its way into bytes, whatever its type: so that no page and no
//! view has to know of it.

use postcard::Serializer;
use postcard::ser_flavors::{AllocVec, Flavor};
use serde::Serialize;
use serde::ser;

use crate::views::Garbled;

/// What a text becomes; none where it stays.
pub type Rewrite<'a> = &'a dyn Fn(&str) -> Option<String>;

/// A message as [`crate::views::pack`] has it, its texts rewritten.
///
/// # Errors
/// When it holds something whose length is not known beforehand.
pub fn pack_rewritten<T: Serialize>(message: &T, rewrite: Option<Rewrite<'_>>) -> Result<Vec<u8>, Garbled> {
    let mut writer = Rewriting { inner: Serializer { output: AllocVec::new() }, rewrite };
    message.serialize(&mut writer)?;
    writer.inner.output.finalize()
}

/// Postcard's writer with the rewriting before it.
struct Rewriting<'a> {
    inner: Serializer<AllocVec>,
    rewrite: Option<Rewrite<'a>>,
}

type Done = Result<(), Garbled>;

macro_rules! passed_on {
    ($( $name:ident($kind:ty) ),* $(,)?) => {
        $( fn $name(self, value: $kind) -> Done { (&mut self.inner).$name(value) } )*
    };
}

impl<'b, 'a> ser::Serializer for &'b mut Rewriting<'a> {
    type Ok = ();
    type Error = Garbled;
    type SerializeSeq = &'b mut Rewriting<'a>;
    type SerializeTuple = &'b mut Rewriting<'a>;
    type SerializeTupleStruct = &'b mut Rewriting<'a>;
    type SerializeTupleVariant = &'b mut Rewriting<'a>;
    type SerializeMap = &'b mut Rewriting<'a>;
    type SerializeStruct = &'b mut Rewriting<'a>;
    type SerializeStructVariant = &'b mut Rewriting<'a>;

    passed_on! {
        serialize_bool(bool),
        serialize_i8(i8),
        serialize_i16(i16),
        serialize_i32(i32),
        serialize_i64(i64),
        serialize_i128(i128),
        serialize_u8(u8),
        serialize_u16(u16),
        serialize_u32(u32),
        serialize_u64(u64),
        serialize_u128(u128),
        serialize_f32(f32),
        serialize_f64(f64),
        serialize_char(char),
        serialize_bytes(&[u8]),
        serialize_unit_struct(&'static str),
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    fn serialize_str(self, text: &str) -> Done {
        match self.rewrite.and_then(|rewrite| rewrite(text)) {
            Some(other) => (&mut self.inner).serialize_str(&other),
            None => (&mut self.inner).serialize_str(text),
        }
    }

    fn serialize_none(self) -> Done {
        (&mut self.inner).serialize_none()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        // As postcard writes it: 1, then the value.
        (&mut self.inner).serialize_u8(1)?;
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        Ok(())
    }

    fn serialize_unit_variant(self, name: &'static str, index: u32, variant: &'static str) -> Done {
        (&mut self.inner).serialize_unit_variant(name, index, variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
        value: &T,
    ) -> Done {
        (&mut self.inner).serialize_u32(index)?;
        value.serialize(self)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self, Garbled> {
        ser::Serializer::serialize_seq(&mut self.inner, length)?;
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Garbled> {
        Ok(self)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Garbled> {
        Ok(self)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Garbled> {
        (&mut self.inner).serialize_u32(index)?;
        Ok(self)
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Self, Garbled> {
        ser::Serializer::serialize_map(&mut self.inner, length)?;
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Garbled> {
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Garbled> {
        (&mut self.inner).serialize_u32(index)?;
        Ok(self)
    }
}

macro_rules! parts {
    ($( $kind:ident::$part:ident($($name:ident: $of:ty)?) ),* $(,)?) => {
        $( impl ser::$kind for &mut Rewriting<'_> {
            type Ok = ();
            type Error = Garbled;

            fn $part<T: Serialize + ?Sized>(&mut self, $($name: $of,)? value: &T) -> Done {
                $( let _ = $name; )?
                value.serialize(&mut **self)
            }

            fn end(self) -> Done {
                Ok(())
            }
        } )*
    };
}

parts! {
    SerializeSeq::serialize_element(),
    SerializeTuple::serialize_element(),
    SerializeTupleStruct::serialize_field(),
    SerializeTupleVariant::serialize_field(),
    SerializeStruct::serialize_field(name: &'static str),
    SerializeStructVariant::serialize_field(name: &'static str),
}

impl ser::SerializeMap for &mut Rewriting<'_> {
    type Ok = ();
    type Error = Garbled;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Done {
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Serialize};

    use super::*;
    use crate::views::{pack, unpack};

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    enum Kind {
        Unit,
        Newtype(String),
        Tuple(u8, String),
        Struct { text: String, number: f64 },
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Wrapped(String);

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Whole {
        list: Vec<Option<String>>,
        by_key: BTreeMap<String, i64>,
        pair: (bool, char, Wrapped),
        kinds: Vec<Kind>,
        nothing: (),
        small: [u8; 2],
        long: u64,
    }

    fn whole() -> Whole {
        Whole {
            list: vec![None, Some("Ada".into()), Some(String::new())],
            by_key: BTreeMap::from([("Ada".to_owned(), -5), ("Zo".to_owned(), i64::MAX)]),
            pair: (true, 'å', Wrapped("Ada".into())),
            kinds: vec![
                Kind::Unit,
                Kind::Newtype("Ada".into()),
                Kind::Tuple(200, "Ada".into()),
                Kind::Struct { text: "Ada".into(), number: -0.5 },
            ],
            nothing: (),
            small: [1, 255],
            long: u64::MAX,
        }
    }

    #[test]
    fn without_rewriting_the_bytes_are_the_same() {
        assert_eq!(pack_rewritten(&whole(), None), pack(&whole()));
        assert_eq!(pack_rewritten(&whole(), Some(&|_| None)), pack(&whole()));
    }

    #[test]
    fn every_text_is_rewritten_wherever_it_stands() {
        let rewrite = |text: &str| (text == "Ada").then(|| "Seller A".to_owned());
        let bytes = pack_rewritten(&whole(), Some(&rewrite)).unwrap();
        let read: Whole = unpack(&bytes).unwrap();
        assert_eq!(format!("{read:?}"), format!("{:?}", whole()).replace("Ada", "Seller A"));
    }
}
