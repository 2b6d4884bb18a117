/* Delays each flush to the disk by SLOW_US microseconds, as an ordinary disk would. The benchmark compiles it and has it loaded
   before the C library. */
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static void delay(void)
{
    static long micros = -1;
    if (micros < 0)
    {
        const char *given = getenv("SLOW_US");
        micros = given ? atol(given) : 0;
    }

    struct timespec pause = { micros / 1000000, micros % 1000000 * 1000 };
    nanosleep(&pause, NULL);
}

int fsync(int file)
{
    delay();
    return syscall(SYS_fsync, file);
}

int fdatasync(int file)
{
    delay();
    return syscall(SYS_fdatasync, file);
}
