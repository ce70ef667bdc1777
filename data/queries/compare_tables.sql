-- What a comparison gathers source by source. differences: one row per observation that is not the same in both snapshots;
-- counts: one row per source, area and period.
CREATE TABLE differences (
    source VARCHAR, area_code VARCHAR, period VARCHAR, breakdown VARCHAR, measure VARCHAR, kind VARCHAR,
    old_value DOUBLE, old_status VARCHAR, new_value DOUBLE, new_status VARCHAR, is_large BOOLEAN, size DOUBLE
);
CREATE TABLE counts (
    source VARCHAR, area_code VARCHAR, period VARCHAR, before BIGINT, now BIGINT, added BIGINT, removed BIGINT,
    revised BIGINT, restated BIGINT, left_out BIGINT
);
