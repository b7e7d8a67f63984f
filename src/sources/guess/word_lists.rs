//! What people call the fields of the canonical tables, folded as `values::fold_text` folds them, parted
//! by `|`. A word with `~` before it is a makeshift, taken for want of a better column.
//!
//! English, Swedish, Polish, Arabic and Chinese; German, French and Spanish where they are short.

/// Fields by their name in any table, or by table and name where a table calls it something of its own.
pub(super) const WORDS: &[(&str, &str)] = &[
    (
        "seller",
        "seller|owner|sales agent|agent|sales rep|rep|representative|sales representative|salesperson|sales person|\
account executive|account manager|assigned to|owner name|deal owner|lead owner|opportunity owner|contact owner|record owner|\
user name|sent by|booked by|hosted by|organizer|organiser|host|~profile|~responsible|~user|~created by|saljare|ansvarig|ansvarig saljare|agare|affarsagare|handlowiec|\
opiekun|wlasciciel|przedstawiciel|sprzedawca|مندوب|المندوب|مندوب المبيعات|المالك|المسوول|销售|负责人|销售人员|销售代表|所有者|业务员|\
vertriebler|verkaufer|verantwortlich|besitzer|zustandig|wer|vendeur|commercial|proprietaire|vendedor|comercial|propietario",
    ),
    (
        "company",
        "company|account|account name|company name|organization|organisation|client|employer|company account|\
potential customer|associated company|~customer|~firm|foretag|foretagsnamn|bolag|kund|kundnamn|firma|klient|kontrahent|nazwa firmy|\
spolka|الشركه|شركه|العميل|اسم الشركه|الموسسه|公司|客户|公司名称|客户名称|企业|unternehmen|kunde|entreprise|societe|compte|\
empresa|cliente|cuenta",
    ),
    (
        "person",
        "contact|contact name|person|contact person|full name|invitee name|lead name|associated contact|first name|last name|\
member name|attendee|recipient|to|~name|kontakt|kontaktperson|fornamn|efternamn|namn|osoba|osoba kontaktowa|imie|nazwisko|\
imie i nazwisko|جهه الاتصال|الاسم|اسم العميل|الاسم الكامل|联系人|姓名|联系人姓名|ansprechpartner|vorname|nachname|prenom|nom|\
contacto|nombre|apellido",
    ),
    (
        "email",
        "email|e mail|email address|e mail address|mail|contact email|invitee email|e post|epost|e postadress|adres e mail|\
adres email|البريد الالكتروني|البريد|ايميل|邮箱|电子邮件|电子邮箱|courriel|correo|correo electronico",
    ),
    (
        "source",
        "source|lead source|original source|original traffic source|origin|deal source|source channel|utm source|first source|\
~channel|kalla|leadkalla|ursprung|zrodlo|zrodlo leada|zrodlo szansy|pochodzenie|المصدر|مصدر|مصدر العميل|来源|线索来源|客户来源|\
商机来源|herkunft|quelle|leadquelle|provenance|origine|origen|fuente",
    ),
    ("source_group", "source group"),
    ("status_group", "status group"),
    (
        "campaign",
        "campaign|campaign name|primary campaign source|campaign source|utm campaign|kampanj|kampania|الحمله|حمله|活动|市场活动|\
kampagne|campagne|campana",
    ),
    (
        "status",
        "status|result|outcome|state|resultat|utfall|lage|stan|wynik|الحاله|النتيجه|状态|结果|ergebnis|statut|estado",
    ),
    (
        "deals.status",
        "deal status|opportunity status|won lost|status szansy|حاله الصفقه|商机状态|~stage|~deal stage|~opportunity stage|\
~sales stage|~pipeline stage|~pipeline phase|~steg|~fas|~saljfas|~etap|~faza|~المرحله|~مرحله الصفقه|~阶段|~销售阶段|~商机阶段|~stufe|~phase|\
~etape|~etapa",
    ),
    ("leads.status", "lead status|lifecycle stage|status leada|leadstatus|حاله العميل|线索状态|~stage|~etap"),
    ("meetings.status", "meeting outcome|meeting status|event status"),
    (
        "stage",
        "stage|deal stage|opportunity stage|sales stage|pipeline stage|pipeline phase|phase|steg|fas|saljfas|etap|faza|المرحله|\
مرحله الصفقه|阶段|销售阶段|商机阶段|stufe|etape|etapa|fase",
    ),
    (
        "amount",
        "amount|value|deal value|close value|deal amount|revenue|price|total price|est revenue|estimated revenue|order value|\
sales amount|~expected revenue|~total|~weighted value|belopp|varde|affarsvarde|pris|intakt|ordervarde|wartosc|kwota|wartosc szansy|cena|\
przychod|القيمه|قيمه الصفقه|المبلغ|金额|价值|商机金额|成交金额|销售金额|betrag|wert|umsatz|montant|valeur|importe|valor|monto",
    ),
    (
        "costs.amount",
        "cost|spend|spent|expense|expenses|kostnad|utgift|koszt|wydatek|التكلفه|成本|费用|花费|kosten|cout|coste|costo|gasto",
    ),
    ("purchases.amount", "dollars|sales|order total|invoice amount|paid"),
    (
        "currency",
        "currency|currency code|currency of value|deal currency of value|amount currency|currency iso code|valuta|waluta|العمله|\
币种|货币|wahrung|devise|moneda|divisa",
    ),
    (
        "deals.id",
        "id|deal id|opportunity id|record id|opp id|deal number|opportunity number|reference|~number|affars id|affarsid|affarsnr|affarsnummer|\
id szansy|numer szansy|numer|رقم الصفقه|المعرف|رقم|编号|商机编号|商机id|交易编号|nr|nummer|numero",
    ),
    (
        "leads.id",
        "id|lead id|contact id|record id|mql id|lead number|~number|leadid|id leada|numer leada|رقم العميل|المعرف|编号|线索编号|线索id|\
nr|nummer|numero",
    ),
    (
        "lead_id",
        "lead id|associated contact ids|contact person id|contact id|contact name id|mql id|id leada|线索编号",
    ),
    (
        "deal_id",
        "deal id|opportunity id|associated deal ids|opp id|~deal|~opportunity|affars id|affarsid|id szansy|رقم الصفقه|商机编号",
    ),
    (
        "deals.name",
        "deal name|opportunity name|deal title|topic|opportunity title|deal|opportunity|~title|~name|affar|affarsnamn|nazwa szansy|\
szansa|~nazwa|tytul|اسم الصفقه|الصفقه|商机名称|商机|交易名称|verkaufschance|geschaft|affaire|oportunidad|negocio",
    ),
    (
        "name",
        "name|full name|first name|last name|contact name|namn|fornamn|efternamn|imie i nazwisko|imie|nazwisko|الاسم|الاسم الكامل|姓名|\
名字|vorname|nachname|nom|prenom|nombre|apellido",
    ),
    (
        "created",
        "created|created date|create date|created on|created at|created time|creation date|date created|deal created|engage date|\
open date|opened|opp created|opportunity created|first contact date|lead date|date added|added on|~start date|~date|skapad|skapad datum|\
skapat|skapelsedatum|registrerad|oppnad|utworzono|data utworzenia|utworzona|utworzony|dodano|تاريخ الانشاء|تاريخ الاضافه|创建日期|创建时间|\
建立日期|录入时间|erstellt|erstellt am|erstelldatum|angelegt|cree le|date de creation|creado|fecha de creacion",
    ),
    (
        "closed",
        "closed|close date|closing date|closed date|closed on|date closed|deal closed|deal closed on|est close date|\
actual close date|~expected close date|~end date|~won time|~lost time|stangd|stangningsdatum|avslutsdatum|avslutad|stangt|zamkniecie|\
data zamkniecia|zamknieto|zamknieta|تاريخ الاغلاق|الاغلاق|关闭日期|成交日期|结束日期|关闭时间|结单日期|geschlossen|abschlussdatum|abschluss|cloture|\
date de cloture|fecha de cierre|cerrado",
    ),
    (
        "converted_at",
        "converted at|converted date|conversion date|date converted|converted on|won date|became a customer date|\
customer since|konverterad|konverteringsdatum|data konwersji|تاريخ التحويل|转化日期|转化时间",
    ),
    (
        "conversion_point",
        "conversion point|landing page|form|first conversion|conversion|formular|formularz|landing page id|نموذج|表单",
    ),
    (
        "score",
        "score|lead score|hubspot score|rating|poang|punkty|scoring|النقاط|评分|分数|punkte|puntuacion",
    ),
    (
        "date",
        "date|day|meeting date|start date time|activity date|date time|purchase date|order date|event date|booking date|spent on|\
invoice date|~start|~month|~created|datum|dag|motesdatum|data|dzien|data spotkania|التاريخ|تاريخ|日期|会面日期|时间|tag|jour|fecha|dia",
    ),
    ("meetings.date", "meeting start time|meeting time|start time|starts at|scheduled for"),
    ("meetings.seller", "meeting owner|activity assigned to|activity created by"),
    ("meetings.source", "meeting source"),
    ("meetings.person", "invitee name|attendee|attendees|associated contacts|with|med|z kim|مع"),
    ("referrals.date", "creation date|recommended on"),
    ("referrals.referrer", "recommender|recommended by|first name|last name"),
    (
        "customer",
        "customer|customer id|client|client id|buyer|account|company|customer name|kund|kund id|kundnummer|klient|id klienta|العميل|\
رقم العميل|客户|客户编号|客户名称|kunde|kundennummer|client name|cliente",
    ),
    ("direction", "direction|riktning|kierunek|الاتجاه|方向|richtung|sens|direccion"),
    (
        "sent_at",
        "sent at|sent on|sent|date sent|sent date|date|timestamp|skickad|skickat|wyslano|data wyslania|تاريخ الارسال|发送时间|\
发送日期|gesendet|envoye|enviado",
    ),
    (
        "conversation",
        "conversation|conversation id|thread|thread id|dialog|rozmowa|id rozmowy|المحادثه|对话|会话|会话id|gesprach",
    ),
    (
        "profile_url",
        "profile url|linkedin url|linkedin|linkedin profile|url|profile|profil|profil linkedin|رابط الملف|个人主页|主页链接|领英",
    ),
    (
        "position",
        "position|title|job title|role|befattning|titel|roll|stanowisko|المسمي الوظيفي|المنصب|职位|头衔|funktion|poste|cargo|puesto",
    ),
    (
        "connected_on",
        "connected on|connected|connection date|connected at|date|kontakt sedan|data polaczenia|تاريخ الاتصال|连接日期|添加日期",
    ),
    ("warm_on", "warm on|warm since"),
    (
        "origin",
        "origin|found by|keyword|ursprung|sokord|pochodzenie|slowo kluczowe|المنشا|كلمه مفتاحيه|起源|关键词",
    ),
    ("warm_conversations.note", "note|notes|anteckning|notatka|ملاحظه|备注"),
    ("has_note", "has note|note|message|meddelande|wiadomosc|رساله|留言|附言"),
    (
        "platform",
        "platform|network|social network|service|plattform|platforma|المنصه|平台|natverk|siec|red social",
    ),
    ("account", "account type|account kind|~account"),
    (
        "published_at",
        "published at|published|publish date|post date|publish time|created date|posted on|date|date gmt|time|publicerad|\
publiceringsdatum|opublikowano|data publikacji|تاريخ النشر|发布日期|发布时间|veroffentlicht|publie|publicado",
    ),
    ("post_id", "post id|tweet id|update id|id|inlaggs id|id posta|معرف المنشور|帖子id|帖子编号"),
    (
        "posts.url",
        "post url|post link|permalink|tweet permalink|update link|link|url|lank|odnosnik|رابط المنشور|帖子链接|enlace|lien",
    ),
    ("posts.kind", "post type|type|content type|kind|typ|النوع|类型"),
    ("messages.kind", "message kind|message type|meddelandetyp"),
    ("content", "content|content item|asset|collateral|innehall|material|tresc|المحتوي|内容"),
    (
        "shared_url",
        "shared url|linked content|shared link|link shared|url shared|delad lank|udostepniony link|分享链接",
    ),
    (
        "impressions",
        "impressions|views|times shown|visningar|wyswietlenia|مرات الظهور|展示量|曝光|曝光量|展示|impressionen|impresiones",
    ),
    (
        "reach",
        "reach|unique impressions|unique views|unique viewers|members reached|rackvidd|zasieg|الوصول|覆盖|触达|reichweite|portee|alcance",
    ),
    (
        "engagements",
        "engagements|engagement|total engagements|interactions|social engagements|interaktioner|interakcje|التفاعلات|互动|互动量|\
interaktionen|interacciones",
    ),
    (
        "reactions",
        "reactions|likes|reaktioner|gilla markeringar|reakcje|polubienia|الاعجابات|点赞|点赞数|gefallt mir|me gusta|j aime",
    ),
    (
        "comments",
        "comments|replies|kommentarer|komentarze|التعليقات|评论|评论数|kommentare|commentaires|comentarios",
    ),
    ("shares", "shares|reposts|retweets|delningar|udostepnienia|المشاركات|转发|分享数|partages|compartidos"),
    (
        "clicks",
        "clicks|link clicks|total clicks|post link clicks|url clicks|klick|lankklick|klikniecia|klikniecia w link|النقرات|نقرات الرابط|点击|点击量|链接点击|klicks|clics",
    ),
    (
        "followers_total",
        "followers total|total followers|followers|audience|foljare|obserwujacy|المتابعون|关注者|粉丝|follower|abonnes|seguidores",
    ),
    (
        "followers_new",
        "followers new|new followers|new follows|net audience growth|audience gained|followers gained|gained followers|nya foljare|nowi obserwujacy|متابعون جدد|新增关注者",
    ),
    ("activity.kind", "kind|activity|activity type|type|aktivitet|aktywnosc|rodzaj|النوع|类型"),
    (
        "referrer",
        "referrer|referred by|referral from|referrer name|rekommenderad av|rekommendation fran|polecajacy|polecony przez|المحيل|推荐人|介绍人|\
empfohlen von|recommande par|recomendado por",
    ),
    (
        "referrer_type",
        "referrer type|relationship|referral type|typ av referens|typ polecajacego|نوع المحيل|推荐人类型",
    ),
    ("link", "link|url|link sent|bitlink|long url|lank|odnosnik|الرابط|链接|enlace|lien"),
    (
        "clicked_at",
        "clicked at|first click|click date|clicked on|klickad|data klikniecia|تاريخ النقر|点击时间",
    ),
    (
        "pages.url",
        "url|page|page url|landing page|page path|page location|sida|strona|adres strony|الصفحه|页面|网址|seite|pagina",
    ),
    (
        "sessions",
        "sessions|visits|besok|sessioner|sesje|wizyty|الجلسات|会话数|访问量|sitzungen|sesiones|visitas",
    ),
    ("bounces", "bounces|bounced sessions|avvisningar|odrzucenia|الارتدادات|跳出次数"),
    (
        "bounce_rate",
        "bounce rate|avvisningsfrekvens|wspolczynnik odrzucen|معدل الارتداد|跳出率|absprungrate|taux de rebond|tasa de rebote",
    ),
    (
        "seconds",
        "seconds|time on page|average time on page|avg time on page|avg session duration|average engagement time per session|\
average session duration|duration|tid pa sidan|czas na stronie|مده البقاء|停留时长|verweildauer",
    ),
    (
        "at",
        "at|date|time|timestamp|changed on|changed at|change date|last modified date|edit date|touch date|interaction date|datum|tidpunkt|\
andrad|data|data zmiany|czas|التاريخ|تاريخ التغيير|日期|变更时间|时间|zeitpunkt|fecha",
    ),
    (
        "to_stage",
        "to stage|new stage|new value|stage|till steg|nytt steg|nowy etap|do etapu|etap|الي المرحله|المرحله الجديده|新阶段|变更后阶段|阶段",
    ),
    (
        "from_stage",
        "from stage|old stage|old value|previous stage|fran steg|z etapu|poprzedni etap|من المرحله|المرحله السابقه|原阶段|变更前阶段",
    ),
    (
        "channel",
        "channel|touch channel|marketing channel|medium|source|source medium|kanal|kanaler|القناه|渠道|canal",
    ),
    ("touches.kind", "kind|touch type|interaction type|type|touchpoint|typ|rodzaj|النوع|类型"),
    ("conversion", "conversion|converted|is conversion|konvertering|konwersja|تحويل|转化|konversion"),
    ("value", "value|conversion value|revenue|amount|varde|wartosc|القيمه|价值|金额|wert|valeur|valor"),
    (
        "path",
        "path|conversion path|top conversion path|channel path|journey|customer journey|vag|sciezka|المسار|路径|转化路径|pfad|parcours|ruta",
    ),
    (
        "conversions",
        "conversions|total conversions|key events|konverteringar|konwersje|التحويلات|转化数|转化次数|konversionen|conversiones",
    ),
    ("nulls", "nulls|null|non conversions|total null|no conversion|utan konvertering|bez konwersji|未转化"),
    ("category", "category|cost type|type|kategori|kategoria|الفيه|类别|kategorie|categorie|categoria"),
    ("hours", "hours|time spent|timmar|godziny|الساعات|小时|工时|stunden|heures|horas"),
    (
        "rate",
        "rate|hourly rate|cost per hour|timpris|timkostnad|stawka|stawka godzinowa|سعر الساعه|时薪|stundensatz",
    ),
    ("band", "band|speed|tempo|السرعه|分档"),
    ("week", "week|week of|week starting|monday|vecka|tydzien|الاسبوع|周|星期|woche|semaine|semana"),
    ("ssi", "ssi|social selling index"),
    (
        "total",
        "ssi|ssi score|social selling index|~total|~score|~overall|~totalt|~poang|~lacznie|~wynik|المجموع|总分",
    ),
    (
        "brand",
        "brand|professional brand|establish your professional brand|personligt varumarke|marka osobista|العلامه المهنيه|专业品牌",
    ),
    (
        "people",
        "people|right people|find the right people|ratt personer|wlasciwe osoby|الاشخاص المناسبون|找对人",
    ),
    ("insights", "insights|engage with insights|engagera med insikter|angazowanie tresciami|分享见解"),
    ("relationships", "relationships|build relationships|relationer|relacje|العلاقات|建立关系"),
    (
        "industry_rank",
        "industry rank|industry ssi rank|rank in industry|placering i branschen|pozycja w branzy|行业排名",
    ),
    (
        "network_rank",
        "network rank|network ssi rank|rank in network|placering i natverket|pozycja w sieci|人脉排名",
    ),
    ("connections", "connections|new connections|kontakter|kontakty|جهات الاتصال|人脉"),
    (
        "persona_connections",
        "persona connections|connections in persona|kontakter i malgruppen|符合画像的人脉",
    ),
    (
        "conversations",
        "conversations|conversations started|dialoger|startade dialoger|rozmowy|المحادثات|对话",
    ),
    ("meetings", "meetings|meetings held|moten|spotkania|الاجتماعات|会面"),
    ("deals_started", "deals started|new deals|deals created|nya affarer|nowe szanse|صفقات جديده|新增商机"),
    (
        "label",
        "label|event|what happened|description|handelse|beskrivning|wydarzenie|opis|الحدث|事件|ereignis|evenement|evento",
    ),
    ("term", "term|search term|search query|sokterm|wyszukiwane haslo|مصطلح البحث|搜索字词"),
    ("interest", "interest|search interest|sokintresse|zainteresowanie|الاهتمام|搜索热度"),
    ("below_one", "below one"),
    ("search_interest.region", "region|geo"),
    ("search_interest.step", "step"),
    ("search_interest.export", "export"),
];

/// Names that hold half of a person's name.
pub(super) const HALVES: &str = "first name|last name|fornamn|efternamn|imie|nazwisko|vorname|nachname|prenom|nom|nombre|apellido|\
invitee first name|invitee last name";
