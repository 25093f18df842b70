//DPJ0120  JOB (DP01,YOKIN),'ﾌﾘｺﾐ ﾄｳﾆｭｳ',CLASS=A,MSGCLASS=X
//*-------------------------------------------------------------
//*  振込ジョブ投入 (日次 18:30)
//*  依頼ﾌｧｲﾙは営業店端末から dpgw01.aosagi.example 経由で届く
//*  担当 永井 正博  内線 4412
//*  USER= と PASSWORD= は書かない。代行投入は RACF の SURROGAT で行う
//*-------------------------------------------------------------
//JOBLIB   DD DSN=DP.PROD.LOADLIB,DISP=SHR
//STEP010  EXEC PGM=DPB0120
//DPIRAI   DD DSN=DP.PROD.IRAI.DAILY,DISP=OLD
//DPKANRI  DD DSN=DP.PROD.KANRI,DISP=SHR
//DPJOB    DD SYSOUT=(A,INTRDR)
//SYSOUT   DD SYSOUT=*
//SYSTSPRT DD SYSOUT=*
//* 後続ジョブ: 投入する文はこの中にあるものだけ
//STEP020  EXEC PGM=IEBGENER,COND=(4,LT)
//SYSPRINT DD SYSOUT=*
//SYSIN    DD DUMMY
//SYSUT2   DD SYSOUT=(A,INTRDR)
//SYSUT1   DD DATA,DLM=$$
//DPJ0121  JOB (DP01,YOKIN),'ｱﾄｼｮﾘ',CLASS=A,MSGCLASS=X
//STEP010  EXEC DPPBAT,MEM=DPB0610
//
$$
//* 突合: 失敗時の連絡先へ知らせる
//STEP030  EXEC PGM=IKJEFT01,COND=EVEN
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD *
  SEND 'DPB0120 PASSWORD ERROR NO SAI HA 4412 HE' USER(DPOPER1)
/*
//
