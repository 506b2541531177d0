using System.Globalization;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using SQLitePCL;

namespace Simulator.Reporting;

/// <summary>A prepared insert; values are added in the order of the columns, then the row is written.</summary>
internal sealed class InsertStatement(Database database, sqlite3_stmt statement, int columns) : IDisposable
{
    private int next = 1;

    public InsertStatement Add(string? value)
    {
        _ = value is null
            ? raw.sqlite3_bind_null(statement, next++)
            : raw.sqlite3_bind_text(statement, next++, value);
        return this;
    }

    public InsertStatement Add(long? value)
    {
        _ = value is { } number
            ? raw.sqlite3_bind_int64(statement, next++, number)
            : raw.sqlite3_bind_null(statement, next++);
        return this;
    }

    public InsertStatement Add(double? value)
    {
        _ = value is { } number
            ? raw.sqlite3_bind_double(statement, next++, number)
            : raw.sqlite3_bind_null(statement, next++);
        return this;
    }

    public InsertStatement Add(byte[] value)
    {
        _ = raw.sqlite3_bind_blob(statement, next++, value);
        return this;
    }

    public InsertStatement Add(SimTime? value) => Add(value?.NanosecondsSinceStart);

    public InsertStatement Add(SimDuration? value) => Add(value?.Nanoseconds);

    public InsertStatement Add(OpgAmount? value) => Add(value?.BaseUnits.ToString(CultureInfo.InvariantCulture));

    public InsertStatement Add(Address value) => Add(value.ToString());

    public InsertStatement Add(Hash32? value) => Add(value?.ToString());

    public InsertStatement Add(UInt256 value) => Add(value.ToString());

    public void Write()
    {
        Invariant.That(next == columns + 1);
        next = 1;
        int result = raw.sqlite3_step(statement);
        _ = raw.sqlite3_reset(statement);
        database.Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
    }

    public void Dispose() => statement.Dispose();
}
