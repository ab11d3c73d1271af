-- The last sequence number that was drawn for each county and day (Asia/Shanghai).
create table case_number_days (
    county text not null check (county ~ '^[0-9]{6}$'),
    day date not null,
    last integer not null check (last > 0),
    primary key (county, day)
);

grant select, insert, update on case_number_days to whistle_service;
