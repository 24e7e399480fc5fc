//! Codes of paper slips: how they are drawn, printed, read back and hashed. The one place both sides of the counter use.
//! Digits only, without 0, 1 and 9: many elders do not know Latin letters, and these three are misheard.

use crate::ports::World;
use domain::ids::SlipId;
use domain::person::typing;
use domain::sign_in::Pin;

const DIGITS: [char; 7] = ['2', '3', '4', '5', '6', '7', '8'];
const CODE: usize = 12;
const SCREEN: usize = 6;

/// The code printed on the slip: 「3478 2256 8347」. Together with the PIN and five tries.
pub fn new_slip_code(world: &World) -> String {
    grouped(&drawn(world, CODE), 4)
}

/// The short number on the clerk's screen that opens the second screen: 「347 825」. Alive for half an hour.
pub fn new_screen_number(world: &World) -> String {
    grouped(&drawn(world, SCREEN), 3)
}

/// Look-up hash of a typed or printed slip code; nothing when it cannot be one.
pub fn slip_code_hash(world: &World, typed: &str) -> Option<String> {
    read(typed, CODE).map(|digits| world.seals.lookup("slip", &digits))
}

/// Look-up hash of a typed or shown screen number; nothing when it cannot be one.
pub fn screen_hash(world: &World, typed: &str) -> Option<String> {
    read(typed, SCREEN).map(|digits| world.seals.lookup("slip-screen", &digits))
}

/// Bound to the slip: the same PIN on two slips leaves two different traces.
pub fn pin_hash(world: &World, slip: &SlipId, pin: &Pin) -> String {
    world.seals.lookup("slip-pin", &format!("{slip}|{}", pin.plain()))
}

fn read(typed: &str, length: usize) -> Option<String> {
    let text = typing::squeeze(typed);
    (text.len() == length && text.chars().all(|c| c.is_ascii_digit())).then_some(text)
}

fn drawn(world: &World, length: usize) -> String {
    let mut out = String::with_capacity(length);
    while out.len() < length {
        let mut byte = [0u8; 1];
        world.chance.fill(&mut byte);
        // 252 is the largest multiple of seven in a byte: the rest would favour the first digits.
        if byte[0] < 252 {
            out.push(DIGITS[usize::from(byte[0] % 7)]);
        }
    }
    out
}

fn grouped(digits: &str, size: usize) -> String {
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && place % size == 0 {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}
