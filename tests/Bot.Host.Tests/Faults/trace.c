/*
 * Stands between a program and its disk (LD_PRELOAD), for the files of one folder.
 *   TRACE_DIR   the folder, with its final slash.
 *   TRACE_LOG   a file that takes a record of each write, cut, flush, new name and removal, and of what is told on standard output.
 *   TRACE_FULL  while a file of this name exists, the disk is full: no file of the folder grows.
 *   TRACE_SLOW  how many microseconds longer each flush takes.
 * A record is { char what; uint16 length of the path; int64 offset; int64 length }, the path below the folder, the bytes.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static const char *folder, *full;
static long slow;
static int log_file = -1;
static struct stat output;

__attribute__((constructor)) static void begin(void) {
    const char *log = getenv("TRACE_LOG"), *delay = getenv("TRACE_SLOW");
    folder = getenv("TRACE_DIR");
    full = getenv("TRACE_FULL");
    slow = delay ? atol(delay) : 0;
    fstat(STDOUT_FILENO, &output);
    if (log) log_file = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* What stands below the folder; the shared index and the lock hold nothing that outlives the program. */
static const char *below(const char *path) {
    size_t length = folder ? strlen(folder) : 0;
    if (!length || strncmp(path, folder, length) || strstr(path, "-shm") || strstr(path, ".lock")) return NULL;
    return path + length;
}

static const char *ours(int fd, char path[1024]) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, 1023);
    if (length <= 0) return NULL;
    path[length] = 0;
    return below(path);
}

/* The program may write to its standard output under another number. */
static int is_output(int fd) {
    struct stat file;
    return !fstat(fd, &file) && file.st_ino == output.st_ino && file.st_dev == output.st_dev;
}

static void record(char what, const char *path, int64_t offset, int64_t length, const void *bytes) {
    struct __attribute__((packed)) { char what; uint16_t path; int64_t offset, length; } head = { what, (uint16_t)strlen(path), offset, length };
    struct iovec parts[] = { { &head, sizeof head }, { (void *)path, head.path }, { (void *)bytes, bytes ? (size_t)length : 0 } };
    if (log_file >= 0) syscall(SYS_writev, log_file, parts, 3);
}

/* How much of a write fits. */
static ssize_t fitting(int fd, size_t length, off64_t offset) {
    struct stat file;
    if (!full || access(full, F_OK) || fstat(fd, &file) || offset + (off64_t)length <= file.st_size) return (ssize_t)length;
    if (offset < file.st_size) return file.st_size - offset;
    errno = ENOSPC;
    return -1;
}

static ssize_t put(int fd, const char *path, const void *bytes, size_t length, off64_t offset) {
    pthread_mutex_lock(&gate);
    ssize_t done = fitting(fd, length, offset);
    if (done > 0) done = syscall(SYS_pwrite64, fd, bytes, (size_t)done, offset);
    if (done > 0) record('W', path, offset, done, bytes);
    int fault = errno;
    pthread_mutex_unlock(&gate);
    errno = fault;
    return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
    char buffer[1024];
    const char *path = ours(fd, buffer);
    return path ? put(fd, path, bytes, length, offset) : syscall(SYS_pwrite64, fd, bytes, length, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return pwrite64(fd, bytes, length, offset); }

ssize_t write(int fd, const void *bytes, size_t length) {
    char buffer[1024];
    if (is_output(fd)) {
        pthread_mutex_lock(&gate);
        record('A', "", 0, (int64_t)length, bytes);
        pthread_mutex_unlock(&gate);
        return syscall(SYS_write, fd, bytes, length);
    }
    const char *path = ours(fd, buffer);
    if (!path) return syscall(SYS_write, fd, bytes, length);
    off64_t offset = lseek64(fd, 0, SEEK_CUR);
    ssize_t done = put(fd, path, bytes, length, offset);
    if (done > 0) lseek64(fd, offset + done, SEEK_SET);
    return done;
}

int ftruncate64(int fd, off64_t length) {
    char buffer[1024];
    const char *path = ours(fd, buffer);
    if (!path) return (int)syscall(SYS_ftruncate, fd, length);
    pthread_mutex_lock(&gate);
    int result = (int)syscall(SYS_ftruncate, fd, length);
    if (!result) record('T', path, length, 0, NULL);
    pthread_mutex_unlock(&gate);
    return result;
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

/* Nothing is written meanwhile: what comes after the record is not covered by this flush. */
static int flush(int fd, long call) {
    char buffer[1024];
    const char *path = ours(fd, buffer);
    if (!path) return (int)syscall(call, fd);
    pthread_mutex_lock(&gate);
    if (slow) nanosleep(&(struct timespec){ slow / 1000000, slow % 1000000 * 1000 }, NULL);
    int result = (int)syscall(call, fd);
    if (!result) record('S', path, 0, 0, NULL);
    pthread_mutex_unlock(&gate);
    return result;
}

int fsync(int fd) { return flush(fd, SYS_fsync); }

int fdatasync(int fd) { return flush(fd, SYS_fdatasync); }

int rename(const char *from, const char *to) {
    const char *path = below(from), *fresh = below(to);
    pthread_mutex_lock(&gate);
    int result = (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
    if (!result && path && fresh) record('R', path, 0, (int64_t)strlen(fresh), fresh);
    pthread_mutex_unlock(&gate);
    return result;
}

int unlink(const char *file) {
    const char *path = below(file);
    pthread_mutex_lock(&gate);
    int result = (int)syscall(SYS_unlinkat, AT_FDCWD, file, 0);
    if (!result && path) record('U', path, 0, 0, NULL);
    pthread_mutex_unlock(&gate);
    return result;
}
