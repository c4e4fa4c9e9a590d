//! What is compressed, unpacked as it is read, in bounded memory and up to a bound on what comes out.

use std::io::{self, BufRead as _, BufReader, Read};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

use crate::words::table as say;

/// The most that comes out of one file: more is a mistake or an attack, or is better unpacked first.
const MAX_UNPACKED: u64 = 8 << 30;

/// How bytes are compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compression {
    Gzip,
    Zstd,
}

impl Compression {
    /// How an input is compressed that begins so.
    pub fn of(head: &[u8]) -> Option<Self> {
        match head {
            [0x1f, 0x8b, ..] => Some(Self::Gzip),
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Some(Self::Zstd),
            _ => None,
        }
    }

    /// What comes out of `reader`. What is damaged or too large is an error in words.
    pub fn unpack(self, reader: impl Read + Send + 'static) -> impl Read + Send {
        self.unpack_up_to(MAX_UNPACKED, reader)
    }

    fn unpack_up_to(self, most: u64, reader: impl Read + Send + 'static) -> Unpacked {
        let reader = BufReader::new(reader);
        let unpacked: Box<dyn Read + Send> = match self {
            Self::Gzip => Box::new(MultiGzDecoder::new(reader)),
            Self::Zstd => Box::new(Zstd { reader, frame: FrameDecoder::new(), begun: false }),
        };
        Unpacked { unpacked, compression: self, left: most }
    }
}

struct Unpacked {
    unpacked: Box<dyn Read + Send>,
    compression: Compression,
    left: u64,
}

impl Read for Unpacked {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let name = if self.compression == Compression::Gzip { "gzip" } else { "zstd" };
        let damaged = |error: io::Error| match error.kind() {
            // It is only larger than what is read.
            io::ErrorKind::FileTooLarge => error,
            kind => io::Error::new(kind, say::damaged(name, &error)),
        };
        let read = self.unpacked.read(buffer).map_err(damaged)?;
        let left = u64::try_from(read).ok().and_then(|read| self.left.checked_sub(read));
        self.left = left.ok_or_else(|| io::Error::other(say::holds_more(name, MAX_UNPACKED >> 30)))?;
        Ok(read)
    }
}

/// Frames of zstd, one behind the other.
struct Zstd<R> {
    reader: BufReader<R>,
    frame: FrameDecoder,
    /// Whether a frame was begun, and is not at its end.
    begun: bool,
}

impl<R: Read> Zstd<R> {
    /// Begins the next frame. False at the end of the input.
    fn begin(&mut self) -> io::Result<bool> {
        while !self.reader.fill_buf()?.is_empty() {
            match self.frame.init(&mut self.reader) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    io::copy(&mut self.reader.by_ref().take(length.into()), &mut io::sink())?;
                }
                Err(FrameDecoderError::WindowSizeTooBig { max, .. }) => {
                    return Err(io::Error::new(io::ErrorKind::FileTooLarge, say::looks_back(max >> 20)));
                }
                Err(error) => return Err(io::Error::other(error)),
            }
        }
        Ok(false)
    }

    /// Whether what came out of a frame is what went in, as far as the frame tells.
    fn is_whole(&self) -> bool {
        let told = self.frame.get_checksum_from_data();
        told.is_none() || told == self.frame.get_calculated_checksum()
    }
}

impl<R: Read> Read for Zstd<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.begun && !self.begin()? {
                return Ok(0);
            }
            self.begun = true;
            while self.frame.can_collect() == 0 && !self.frame.is_finished() {
                self.frame
                    .decode_blocks(&mut self.reader, BlockDecodingStrategy::UptoBlocks(1))
                    .map_err(io::Error::other)?;
            }
            match self.frame.read(buffer)? {
                0 if !buffer.is_empty() && !self.is_whole() => return Err(io::Error::other(say::checksum_differs())),
                0 if !buffer.is_empty() => self.begun = false,
                read => return Ok(read),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    /// What `zstd` makes of two lines.
    const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd\x04\x58\x41\x00\x00\x61\x2c\x62\x0a\x31\x2c\x32\x0a\x35\xe7\xca\xce";

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        out.write_all(text).unwrap();
        out.finish().unwrap()
    }

    fn read(bytes: &[u8], most: u64) -> Result<Vec<u8>, String> {
        let mut text = Vec::new();
        let mut reader = Compression::of(bytes).unwrap().unpack_up_to(most, io::Cursor::new(bytes.to_vec()));
        reader.read_to_end(&mut text).map(|_| text).map_err(|error| error.to_string())
    }

    #[test]
    fn what_was_packed_comes_out_also_in_parts() {
        let text = b"a,b\n1,2\n";
        let skipped = b"\x50\x2a\x4d\x18\x03\0\0\0abc";
        for (packed, times) in [
            (gzip(text), 1),
            ([gzip(text), gzip(text)].concat(), 2),
            (ZSTD.to_vec(), 1),
            ([ZSTD, skipped, ZSTD].concat(), 2),
        ] {
            assert_eq!(read(&packed, 1 << 10), Ok(text.repeat(times)));
        }
        assert_eq!(Compression::of(b"a,b"), None);
    }

    #[test]
    fn what_is_damaged_cut_off_or_too_large_is_refused() {
        for packed in [gzip(b"a,b\n1,2\n"), ZSTD.to_vec()] {
            for at in 4..packed.len() {
                assert!(read(&packed[..at], 1 << 10).is_err(), "{at}");
                let mut damaged = packed.clone();
                damaged[at] ^= 0x55;
                // What a header says of names and times is no part of the text.
                assert!(read(&damaged, 1 << 10).map_or(true, |text| text == b"a,b\n1,2\n"), "{at}");
            }
        }
        let wide = [&ZSTD[..4], &[0, 18 << 3], &ZSTD[4..]].concat();
        assert_eq!(read(&wide, 1 << 10), Err("its zstd looks back more than 128 MiB: unpack it first".to_owned()));
        let bomb = gzip(&vec![b'1'; 1 << 20]);
        assert!(bomb.len() < 1 << 14);
        assert!(read(&bomb, 1 << 19).unwrap_err().contains("unpack it first"));
        assert_eq!(read(&bomb, 1 << 20).map(|text| text.len()), Ok(1 << 20));
    }
}
