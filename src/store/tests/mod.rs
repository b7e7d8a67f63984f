mod damage;
mod faults;
mod model;
mod quota;
mod tabs;
