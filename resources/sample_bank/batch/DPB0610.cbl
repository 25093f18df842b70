000010 IDENTIFICATION DIVISION.                                         DPB0610
000020 PROGRAM-ID.    DPB0610.                                          DPB0610
000030*-------------------------------------------------------------*   DPB0610
000040*  ÌßÛ¸Þ×Ñ–¼ : ‘S‹âÌ§²ÙŽæž (‘‡Už 120 ÊÞ²Ä)                   DPB0610
000050*  ˆ—ŠT—v  : Žæˆøæ‚©‚ç“Í‚¢‚½‘‡Už‚ð“Ç‚ÝAŒ”‚Æ‹àŠz‚ð       DPB0610
000060*              Šm‚©‚ß‚ÄA‹âs•Ê‚ÉWŒv‚µAUž•\‚ðì‚éB           DPB0610
000070*  ì¬ŽÒ    : ¼”ö NO   H08.10.01                              DPB0610
000080*    H17.11.28 ’S“– ŽÂŒ´ ‹v”ü  Œ”‚ÌãŒÀ‚ð 500 ‚É                DPB0610
000090*    R02.09.07 ’S“– –{ŠÔ ‚³‚ä‚è  ‹âs•ÊWŒv‚ð’Ç‰Á                 DPB0610
000100*    ŽŽŒ±—pŒûÀ : Žx“X”Ô† 0231 ŒûÀ”Ô† 2206718 ‚ðŽg‚¤           DPB0610
000110*-------------------------------------------------------------*   DPB0610
000120 ENVIRONMENT DIVISION.                                            DPB0610
000130 INPUT-OUTPUT SECTION.                                            DPB0610
000140 FILE-CONTROL.                                                    DPB0610
000150     SELECT ZEN-F    ASSIGN TO DPZENGIN                           DPB0610
000160                     ORGANIZATION IS SEQUENTIAL                   DPB0610
000170                     FILE STATUS IS WK-FST.                       DPB0610
000180     SELECT HYO-F    ASSIGN TO DPFHYO                             DPB0610
000190                     ORGANIZATION IS SEQUENTIAL                   DPB0610
000200                     FILE STATUS IS WK-FST.                       DPB0610
000210 DATA DIVISION.                                                   DPB0610
000220 FILE SECTION.                                                    DPB0610
000230 FD  ZEN-F                                                        DPB0610
000240     RECORD CONTAINS 120 CHARACTERS.                              DPB0610
000250     COPY DPCZEN REPLACING ==:Z:== BY ==ZD==.                     DPB0610
000260 FD  HYO-F                                                        DPB0610
000270     RECORD CONTAINS 60 CHARACTERS.                               DPB0610
000280 01  HYO-REC                 PIC X(60).                           DPB0610
000290 WORKING-STORAGE SECTION.                                         DPB0610
000300     COPY DPCFST.                                                 DPB0610
000310 01  WK-SW.                                                       DPB0610
000320     05  WK-EOF              PIC X(01) VALUE 'N'.                 DPB0610
000330         88  ZEN-OWARI                 VALUE 'Y'.                 DPB0610
000340     05  WK-DATA-SW          PIC X(01) VALUE 'N'.                 DPB0610
000350         88  DATA-TADASHII             VALUE 'Y'.                 DPB0610
000360     05  WK-BANK-SW          PIC X(01) VALUE 'N'.                 DPB0610
000370         88  BANK-MITSUKARU            VALUE 'Y'.                 DPB0610
000380 01  WK-KEI.                                                      DPB0610
000390     05  WK-KENSU            PIC S9(9) COMP VALUE ZERO.           DPB0610
000400     05  WK-GOKEI            PIC S9(09) COMP-3 VALUE ZERO.        DPB0610
000410     05  WK-GOKEI-12         PIC S9(12) COMP-3 VALUE ZERO.        DPB0610
000420     05  WK-HEIKIN           PIC S9(12) COMP-3 VALUE ZERO.        DPB0610
000430 01  WK-IX                   PIC S9(9) COMP VALUE ZERO.           DPB0610
000440 01  WK-BX                   PIC S9(4) COMP VALUE ZERO.           DPB0610
000450 01  WK-BANK-CNT             PIC S9(4) COMP VALUE ZERO.           DPB0610
000460 01  WK-BANK-MAX             PIC S9(4) COMP VALUE 40.             DPB0610
000470*    Už•\ : 500 Œ‚Ü‚Å                                          DPB0610
000480 01  WK-HYO.                                                      DPB0610
000490     05  WK-H-GYO            OCCURS 500 TIMES.                    DPB0610
000500         10  WK-H-BANK       PIC X(04).                           DPB0610
000510         10  WK-H-KOZA       PIC X(07).                           DPB0610
000520         10  WK-H-KINGAKU    PIC 9(10).                           DPB0610
000530*    ‹âs•Ê‚Ì•\ : 40 s‚Ü‚Å                                       DPB0610
000540 01  WK-BANK-HYO.                                                 DPB0610
000550     05  WK-B-GYO            OCCURS 40 TIMES.                     DPB0610
000560         10  WK-B-BANK       PIC X(04).                           DPB0610
000570         10  WK-B-KINGAKU    PIC S9(12) COMP-3.                   DPB0610
000580 PROCEDURE DIVISION.                                              DPB0610
000590 0000-SEIGYO.                                                     DPB0610
000600     PERFORM 1000-KAISHI                                          DPB0610
000610     PERFORM 2000-YOMIKOMI                                        DPB0610
000620     PERFORM 3000-1KEN UNTIL ZEN-OWARI                            DPB0610
000630     PERFORM 7000-KAKIDASHI                                       DPB0610
000640     PERFORM 9000-SHURYO                                          DPB0610
000650     STOP RUN.                                                    DPB0610
000660 1000-KAISHI.                                                     DPB0610
000670     OPEN INPUT ZEN-F                                             DPB0610
000680     PERFORM 8100-STATUS-KENSA                                    DPB0610
000690     OPEN OUTPUT HYO-F                                            DPB0610
000700     PERFORM 8100-STATUS-KENSA                                    DPB0610
000710     INITIALIZE WK-HYO WK-BANK-HYO.                               DPB0610
000720 2000-YOMIKOMI.                                                   DPB0610
000730     READ ZEN-F                                                   DPB0610
000740         AT END                                                   DPB0610
000750             SET ZEN-OWARI TO TRUE                                DPB0610
000760     END-READ                                                     DPB0610
000770     IF NOT ZEN-OWARI                                             DPB0610
000780         PERFORM 8100-STATUS-KENSA                                DPB0610
000790     END-IF.                                                      DPB0610
000800 3000-1KEN.                                                       DPB0610
000810     EVALUATE TRUE                                                DPB0610
000820         WHEN ZD-HEADER                                           DPB0610
000830             PERFORM 3100-HEADER                                  DPB0610
000840         WHEN ZD-DATA                                             DPB0610
000850             PERFORM 3200-DATA                                    DPB0610
000860         WHEN ZD-TRAILER                                          DPB0610
000870             PERFORM 3300-TRAILER                                 DPB0610
000880         WHEN ZD-END                                              DPB0610
000890             SET ZEN-OWARI TO TRUE                                DPB0610
000900         WHEN OTHER                                               DPB0610
000910             DISPLAY 'DPB0610E Úº°ÄÞ ¸ÌÞÝ ' ZD-KUBUN              DPB0610
000920             PERFORM 9900-IJO                                     DPB0610
000930     END-EVALUATE                                                 DPB0610
000940     IF NOT ZEN-OWARI                                             DPB0610
000950         PERFORM 2000-YOMIKOMI                                    DPB0610
000960     END-IF.                                                      DPB0610
000970*    Í¯ÀÞ : Ží•Ê 21 ‚¾‚¯‚ðŽó‚¯•t‚¯‚é                              DPB0610
000980 3100-HEADER.                                                     DPB0610
000990     IF ZD-H-SHUBETU NOT = '21'                                   DPB0610
001000         DISPLAY 'DPB0610E ¼­ÍÞÂ ' ZD-H-SHUBETU                   DPB0610
001010         PERFORM 9900-IJO                                         DPB0610
001020     END-IF.                                                      DPB0610
001030*    ÃÞ°À : Už•\‚Æ‡Œv‚Ö                                        DPB0610
001040 3200-DATA.                                                       DPB0610
001050     ADD 1 TO WK-KENSU                                            DPB0610
001060     ADD 1 TO WK-IX                                               DPB0610
001070     MOVE ZD-BANK    TO WK-H-BANK (WK-IX)                         DPB0610
001080     MOVE ZD-KOZA    TO WK-H-KOZA (WK-IX)                         DPB0610
001090     MOVE ZD-KINGAKU TO WK-H-KINGAKU (WK-IX)                      DPB0610
001100     ADD ZD-KINGAKU TO WK-GOKEI                                   DPB0610
001110     PERFORM 3210-KENSA                                           DPB0610
001120     IF DATA-TADASHII                                             DPB0610
001130         PERFORM 3220-BANK                                        DPB0610
001140     END-IF.                                                      DPB0610
001150*    ”Žš‚ÌŠm”F                                                   DPB0610
001160 3210-KENSA.                                                      DPB0610
001170     MOVE 'N' TO WK-DATA-SW                                       DPB0610
001180     IF ZD-KINGAKU NUMERIC AND ZD-BANK NUMERIC                    DPB0610
001190         SET DATA-TADASHII TO TRUE                                DPB0610
001200     END-IF.                                                      DPB0610
001210*    ‹âs•Ê‚É‘«‚· : •\‚Ì‹ó‚«‚Í 3230 ‚ªŠm‚©‚ß‚é                    DPB0610
001220 3220-BANK.                                                       DPB0610
001230     ADD ZD-KINGAKU TO WK-GOKEI-12                                DPB0610
001240         ON SIZE ERROR                                            DPB0610
001250             PERFORM 9900-IJO                                     DPB0610
001260     END-ADD                                                      DPB0610
001270     MOVE 'N' TO WK-BANK-SW                                       DPB0610
001280     PERFORM VARYING WK-BX FROM 1 BY 1                            DPB0610
001290             UNTIL WK-BX > WK-BANK-CNT OR BANK-MITSUKARU          DPB0610
001300         IF WK-B-BANK (WK-BX) = ZD-BANK                           DPB0610
001310             SET BANK-MITSUKARU TO TRUE                           DPB0610
001320             ADD ZD-KINGAKU TO WK-B-KINGAKU (WK-BX)               DPB0610
001330                 ON SIZE ERROR                                    DPB0610
001340                     PERFORM 9900-IJO                             DPB0610
001350             END-ADD                                              DPB0610
001360         END-IF                                                   DPB0610
001370     END-PERFORM                                                  DPB0610
001380     IF NOT BANK-MITSUKARU                                        DPB0610
001390         PERFORM 3230-BANK-TSUIKA                                 DPB0610
001400     END-IF.                                                      DPB0610
001410 3230-BANK-TSUIKA.                                                DPB0610
001420     IF WK-BANK-CNT NOT < WK-BANK-MAX                             DPB0610
001430         DISPLAY 'DPB0610E ·ÞÝº³ Ë®³ ÏÝÊß²'                       DPB0610
001440         PERFORM 9900-IJO                                         DPB0610
001450     END-IF                                                       DPB0610
001460     ADD 1 TO WK-BANK-CNT                                         DPB0610
001470     MOVE ZD-BANK    TO WK-B-BANK (WK-BANK-CNT)                   DPB0610
001480     MOVE ZD-KINGAKU TO WK-B-KINGAKU (WK-BANK-CNT).               DPB0610
001490*    ÄÚ°× : Œ”‚Æ‡Œv‚ð“Ë‚«‡‚í‚¹‚é                              DPB0610
001500 3300-TRAILER.                                                    DPB0610
001510     IF ZD-T-KENSU NOT NUMERIC OR ZD-T-GOKEI NOT NUMERIC          DPB0610
001520         PERFORM 9900-IJO                                         DPB0610
001530     END-IF                                                       DPB0610
001540     IF ZD-T-KENSU NOT = WK-KENSU                                 DPB0610
001550         DISPLAY 'DPB0610E ¹Ý½³ Ì²¯Á'                             DPB0610
001560         PERFORM 9900-IJO                                         DPB0610
001570     END-IF                                                       DPB0610
001580     IF ZD-T-GOKEI NOT = WK-GOKEI                                 DPB0610
001590         DISPLAY 'DPB0610W ºÞ³¹² Ì²¯Á'                            DPB0610
001600     END-IF                                                       DPB0610
001610     IF WK-KENSU > ZERO                                           DPB0610
001620         PERFORM 3310-HEIKIN                                      DPB0610
001630     END-IF.                                                      DPB0610
001640 3310-HEIKIN.                                                     DPB0610
001650     DIVIDE WK-GOKEI-12 BY WK-KENSU GIVING WK-HEIKIN.             DPB0610
001660*    Už•\‚ð‘‚­                                                 DPB0610
001670 7000-KAKIDASHI.                                                  DPB0610
001680     PERFORM VARYING WK-BX FROM 1 BY 1 UNTIL WK-BX > WK-BANK-CNT  DPB0610
001690         MOVE WK-B-GYO (WK-BX) TO HYO-REC                         DPB0610
001700         WRITE HYO-REC                                            DPB0610
001710         PERFORM 8100-STATUS-KENSA                                DPB0610
001720     END-PERFORM                                                  DPB0610
001730     MOVE WK-H-GYO (1) TO HYO-REC                                 DPB0610
001740     WRITE HYO-REC                                                DPB0610
001750     PERFORM 8100-STATUS-KENSA.                                   DPB0610
001760 9000-SHURYO.                                                     DPB0610
001770     CLOSE ZEN-F HYO-F                                            DPB0610
001780     DISPLAY 'DPB0610I ¹Ý½³ ' WK-KENSU ' Í²·Ý ' WK-HEIKIN.        DPB0610
001790 9900-IJO.                                                        DPB0610
001800     MOVE 16 TO RETURN-CODE                                       DPB0610
001810     CLOSE ZEN-F HYO-F                                            DPB0610
001820     STOP RUN.                                                    DPB0610
001830     COPY DPCFSK.                                                 DPB0610
