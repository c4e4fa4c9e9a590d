#![no_main]

cxm_fuzz::target!("keys");
