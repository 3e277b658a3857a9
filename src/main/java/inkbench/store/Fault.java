package inkbench.store;

import java.sql.SQLException;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What can be wrong with the file, as far as users can do different things about it. */
enum Fault {
    LOCKED, READ_ONLY, DAMAGED, FULL, CANNOT_OPEN, OTHER;

    private static final int PRIMARY_CODE = 0xff;

    static Fault of(SQLException failure) {
        var code = failure instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        if (code == SQLiteErrorCode.UNKNOWN_ERROR) {
            return OTHER;
        }
        int primary = code.code & PRIMARY_CODE;
        if (primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return LOCKED;
        }
        if (primary == SQLiteErrorCode.SQLITE_READONLY.code) {
            return READ_ONLY;
        }
        if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return DAMAGED;
        }
        if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
            return FULL;
        }
        return primary == SQLiteErrorCode.SQLITE_CANTOPEN.code ? CANNOT_OPEN : OTHER;
    }

    /** Whether the same may go well later, without anything in the file being changed. */
    boolean passes() {
        return this == LOCKED || this == READ_ONLY || this == FULL || this == CANNOT_OPEN;
    }
}
