000010*-------------------------------------------------------------*
000020*  ∫≥ªﬁ πﬁ›Œﬂ› ⁄∫∞ƒﬁ  DPKZMST  ⁄∫∞ƒﬁí∑ 200
000030*-------------------------------------------------------------*
000040 01  DPC-KOZA-REC.
000050     05  KZ-KEY.
000060         10  KZ-TENBAN           PIC X(04).
000070         10  KZ-KAMOKU           PIC X(01).
000080         10  KZ-KOZA-NO          PIC X(07).
000090     05  KZ-SHIMEI-KANA          PIC X(30).
000100*                                      ∂≈éÅñº(îºäp)
000110     05  KZ-SHIMEI-KANJI         PIC X(40).
000120     05  KZ-ZANDAKA              PIC S9(13) COMP-3.
000130     05  KZ-GENDOGAKU            PIC S9(09) COMP-3.
000140     05  KZ-RISOKU               PIC S9(09) COMP-3.
000150     05  KZ-RIRITU               PIC 9V9(4) COMP-3.
000160     05  KZ-KAISETU-BI           PIC 9(08).
000170     05  KZ-SAISHU-BI            PIC 9(08).
000180     05  KZ-JOTAI                PIC X(01).
000190         88  KZ-KATSUDO          VALUE '1'.
000200         88  KZ-TEISHI           VALUE '2'.
000210         88  KZ-KAIYAKU          VALUE '9'.
000220     05  KZ-SHITEN-KBN           PIC 9(02).                       H151014A
000230     05  FILLER                  PIC X(79).
