namespace Simulator.Reporting;

/// <summary>The database could not be written or read: disk full, no permission, not a database.</summary>
public sealed class SqliteException : IOException
{
    public SqliteException()
    {
    }

    public SqliteException(string message)
        : base(message)
    {
    }

    public SqliteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
