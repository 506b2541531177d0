namespace Simulator.Reporting;

/// <summary>A column of the run's database.</summary>
/// <param name="Name">The unit stands last: <c>issued_at_ns</c>, <c>price_atto_opg</c>.</param>
/// <param name="Type">SQLite's type.</param>
/// <param name="Meaning">One phrase for the reference page.</param>
internal sealed record Column(string Name, ColumnType Type, string Meaning)
{
    public static Column Text(string name, string meaning) => new(name, ColumnType.Text, meaning);

    public static Column Integer(string name, string meaning) => new(name, ColumnType.Integer, meaning);

    public static Column Time(string name, string meaning) => new(name, ColumnType.Integer, meaning);

    public static Column Amount(string name, string meaning) => new(name, ColumnType.Text, meaning);

    public static Column Real(string name, string meaning) => new(name, ColumnType.Real, meaning);

    public static Column Blob(string name, string meaning) => new(name, ColumnType.Blob, meaning);
}

internal enum ColumnType
{
    Unset = 0,
    Text,
    Integer,
    Real,
    Blob,
}
