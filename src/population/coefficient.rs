//! A coefficient of agreement or reliability, or why it would say nothing.

/// A coefficient that is 1 at best, where it says something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Coefficient {
    Known(f64),
    /// It rests on too few answers to mean anything.
    TooFew,
    /// It is below 0: no measure of how much there is, only that there is less than chance gives.
    Negative,
    /// Nothing differs, so there is nothing to measure.
    Undefined,
}

impl Coefficient {
    /// Of a figure, where it is defined, that rests on enough answers or does not.
    pub fn new(figure: Option<f64>, is_enough: bool) -> Self {
        match figure {
            _ if !is_enough => Self::TooFew,
            None => Self::Undefined,
            Some(figure) if figure < 0.0 => Self::Negative,
            Some(figure) => Self::Known(figure),
        }
    }

    pub fn known(self) -> Option<f64> {
        match self {
            Self::Known(figure) => Some(figure),
            Self::TooFew | Self::Negative | Self::Undefined => None,
        }
    }

    /// Why it is not known, in a word for programs.
    pub fn missing(self) -> Option<&'static str> {
        match self {
            Self::Known(_) => None,
            Self::TooFew => Some("too_few"),
            Self::Negative => Some("negative"),
            Self::Undefined => Some("undefined"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_shown_that_means_nothing() {
        assert_eq!(Coefficient::new(Some(0.9), false), Coefficient::TooFew);
        assert_eq!(Coefficient::new(Some(-10.67), true), Coefficient::Negative);
        assert_eq!(Coefficient::new(Some(-0.001), true), Coefficient::Negative, "and never -0.00");
        assert_eq!(Coefficient::new(None, true), Coefficient::Undefined);
        assert_eq!(Coefficient::new(Some(0.0), true).known(), Some(0.0));
    }
}
