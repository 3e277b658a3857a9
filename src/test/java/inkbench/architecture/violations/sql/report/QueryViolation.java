package inkbench.architecture.violations.sql.report;

import java.sql.ResultSet;

final class QueryViolation {
    ResultSet runs;
}
