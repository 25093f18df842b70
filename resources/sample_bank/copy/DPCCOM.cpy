000010****************************************************************
000020*  預金系オンライン共通引継域(COMMAREA)  120 バイト
000030*  :TAG: は COPY REPLACING で置き換える
000040****************************************************************
000050 01  :TAG:-COMMAREA.
000060     05  :TAG:-SYORI-KBN         PIC X(02).
000070         88  :TAG:-SHOKAI        VALUE '01'.
000080         88  :TAG:-FURIKOMI      VALUE '02'.
000090         88  :TAG:-MEISAI-KBN    VALUE '03'.
000100     05  :TAG:-TANTO-ID          PIC X(08).
000110     05  :TAG:-KENGEN            PIC X(01).
000120         88  :TAG:-KENGEN-IPPAN  VALUE '1'.
000130         88  :TAG:-KENGEN-YAKU   VALUE '2'.
000140         88  :TAG:-KENGEN-NASHI  VALUE '0' ' '.
000150     05  :TAG:-TENBAN            PIC X(04).
000160     05  :TAG:-KAMOKU            PIC X(01).
000170     05  :TAG:-KOZA-NO           PIC X(07).
000180     05  :TAG:-GYO-CNT           PIC S9(4) COMP.
000190     05  :TAG:-TUGI-PGM          PIC X(08).
000200     05  :TAG:-BUN-LEN           PIC S9(4) COMP.
000210     05  :TAG:-BUN               PIC X(60).
000220     05  :TAG:-SEN-CNT           PIC S9(4) COMP.
000230     05  FILLER                  PIC X(23).
