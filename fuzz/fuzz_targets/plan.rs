#![no_main]

cxm_fuzz::target!("plan");
