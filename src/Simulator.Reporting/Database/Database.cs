using SQLitePCL;

namespace Simulator.Reporting;

/// <summary>
/// A SQLite file, used without a data-access layer in between, which would halve the speed of writing.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly sqlite3 handle;

    static Database() => Batteries_V2.Init();

    private Database(sqlite3 handle) => this.handle = handle;

    /// <summary>
    /// A new file for one writer in one transaction. No journal: a file that was not completed is thrown away, never
    /// repaired. The page cache is bounded and spills into the file.
    /// </summary>
    public static Database Create(string path)
    {
        Database database = Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        database.Execute("PRAGMA page_size = 4096");
        database.Execute("PRAGMA encoding = 'UTF-8'");
        database.Execute("PRAGMA journal_mode = OFF");
        database.Execute("PRAGMA synchronous = OFF");
        database.Execute("PRAGMA locking_mode = EXCLUSIVE");
        database.Execute("PRAGMA cache_size = -16384");
        return database;
    }

    public static Database OpenForReading(string path) => Open(path, raw.SQLITE_OPEN_READONLY);

    /// <summary>Number of the row that was inserted last.</summary>
    public long LastRow => raw.sqlite3_last_insert_rowid(handle);

    public void Execute(string sql) => Check(raw.sqlite3_exec(handle, sql));

    public InsertStatement Insert(Table table)
    {
        Check(raw.sqlite3_prepare_v2(handle, table.InsertStatement(), out sqlite3_stmt statement));
        return new InsertStatement(this, statement, table.Columns.Length);
    }

    /// <summary>All rows of a query; a value is null, long, double, string or byte[].</summary>
    public IEnumerable<object?[]> Query(string sql, params string[] values)
    {
        Check(raw.sqlite3_prepare_v2(handle, sql, out sqlite3_stmt statement));
        using (statement)
        {
            for (int i = 0; i < values.Length; i++)
            {
                Check(raw.sqlite3_bind_text(statement, i + 1, values[i]));
            }

            int columns = raw.sqlite3_column_count(statement);
            int result;
            while ((result = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                object?[] row = new object?[columns];
                for (int i = 0; i < columns; i++)
                {
                    row[i] = Read(statement, i);
                }

                yield return row;
            }

            Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
        }
    }

    public void Dispose() => handle.Dispose();

    internal void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new SqliteException($"database: {raw.sqlite3_errmsg(handle).utf8_to_string()}");
        }
    }

    private static Database Open(string path, int flags)
    {
        int result = raw.sqlite3_open_v2(path, out sqlite3 handle, flags, null);
        Database database = new(handle);
        if (result != raw.SQLITE_OK)
        {
            database.Dispose();
            throw new SqliteException($"cannot open database {path}");
        }

        return database;
    }

    private static object? Read(sqlite3_stmt statement, int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, column),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column),
        raw.SQLITE_TEXT => raw.sqlite3_column_text(statement, column).utf8_to_string(),
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, column).ToArray(),
        _ => null,
    };
}
