#![no_main]

cxm_fuzz::target!("xlsx_sheet");
