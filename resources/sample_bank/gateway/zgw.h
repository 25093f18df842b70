/* 全銀ゲートウェイ 共通宣言。電文は総合振込 120 バイト固定長。 */
#ifndef ZGW_H
#define ZGW_H

#include <stddef.h>
#include <stdio.h>

#define REC_LEN 120
#define MAX_REC 5000
#define MAX_SHUMOKU 10

struct furikomi {
    char bank[5];
    char ten[4];
    char koza[8];
    char uketori[31];
    long kingaku;
};

/* 電文 1 件を構造体へ移す。戻り値 0 は正常、-1 は形式誤り。 */
int zgw_parse(const unsigned char *rec, size_t len, struct furikomi *out);

/* 預金種目の名前。種目は 0 から 9 の範囲に確かめてから渡すこと。 */
const char *zgw_shumoku_mei(int shumoku);

/* 件数分の領域を確保する。件数は zgw_check_count で確かめてから渡すこと。 */
struct furikomi *zgw_alloc(size_t n);
int zgw_check_count(long n);

#endif
