using System.Text;
using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>
/// A table of the run's database. Every table also has <c>id</c>, the order in which rows were written.
/// </summary>
internal sealed record Table(string Name, string Meaning, params Column[] Columns)
{
    public string CreateStatement()
    {
        StringBuilder sql = new($"CREATE TABLE {Name} (id INTEGER PRIMARY KEY");
        foreach (Column column in Columns)
        {
            sql.Append(", ").Append(column.Name).Append(' ').Append(TypeName(column.Type));
        }

        return sql.Append(')').ToString();
    }

    public string InsertStatement()
    {
        string names = string.Join(", ", Columns.Select(column => column.Name));
        string marks = string.Join(", ", Columns.Select(_ => "?"));
        return $"INSERT INTO {Name} ({names}) VALUES ({marks})";
    }

    public static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Text => "TEXT",
        ColumnType.Integer => "INTEGER",
        ColumnType.Real => "REAL",
        ColumnType.Blob => "BLOB",
        ColumnType.Unset => throw Invariant.Unreachable(type),
    };
}
