//! Networks written as `10.1.2.3`, `10.1.0.0/16` or `fd00::/8`, and whom a request really came from.

use std::net::IpAddr;
use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    bits: u128,
    mask: u128,
}

/// IPv4 as `::ffff:a.b.c.d`, so that both written forms of one address are equal.
fn as_bits(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => v4.to_ipv6_mapped().to_bits(),
        IpAddr::V6(v6) => v6.to_bits(),
    }
}

impl Network {
    pub fn contains(&self, address: IpAddr) -> bool {
        as_bits(address) & self.mask == self.bits
    }
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "is not an address like 10.1.2.3 or 10.1.0.0/16".to_owned();
        let (address, length) = match text.split_once('/') {
            Some((address, length)) => (address, Some(length.parse::<u32>().map_err(|_| wrong())?)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let (width, offset) = if address.is_ipv4() { (32, 96) } else { (128, 0) };
        let length = length.unwrap_or(width);
        if length > width {
            return Err(wrong());
        }
        let mask = u128::MAX.checked_shl(128 - offset - length).unwrap_or(0);
        Ok(Self { bits: as_bits(address) & mask, mask })
    }
}

/// The address that limits count by: the peer, or, when the peer is a proxy of ours, the last address in
/// `X-Forwarded-For` that is not one. What a client writes there itself stands further left and is never believed.
pub fn client_address(peer: IpAddr, forwarded_for: Option<&str>, proxies: &[Network]) -> IpAddr {
    let ours = |address: IpAddr| proxies.iter().any(|n| n.contains(address));
    if !ours(peer) {
        return peer.to_canonical();
    }
    let mut client = peer;
    for part in forwarded_for.unwrap_or_default().rsplit(',') {
        let Ok(address) = part.trim().parse::<IpAddr>() else {
            break;
        };
        client = address;
        if !ours(address) {
            break;
        }
    }
    client.to_canonical()
}
