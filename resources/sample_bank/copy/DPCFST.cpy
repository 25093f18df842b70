000010*    Ì§²Ùó‘Ô‚Ìì‹Æˆæ (DPCFSK ‚Æ‘g‚ÅŽg‚¤)
000020 01  WK-FST                  PIC X(02) VALUE SPACES.
000030     88  FST-SEIJO                     VALUE '00' '97'.
000040     88  FST-OWARI                     VALUE '10'.
