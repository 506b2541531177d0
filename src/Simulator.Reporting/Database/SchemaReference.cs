using System.Globalization;
using System.Text;

namespace Simulator.Reporting;

/// <summary>The reference page of the run's database, written from the schema itself.</summary>
public static class SchemaReference
{
    public static string Markdown()
    {
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"""
            # The run's database

            `run.sqlite` in every bundle holds what the actors of a run said aloud, and nothing that was not said;
            every figure in `summary.json` can be computed again from it. Any SQLite client opens it. Its
            `user_version` is {Schema.Version}.

            - A name that ends in `_ns` is an integer in nanoseconds; an instant (`_at_ns`) counts from the start of
              the run.
            - A name that ends in `_atto_opg` is a decimal text in atto-OPG (1 OPG = 10¹⁸ atto-OPG), because such
              amounts exceed SQLite's integers. Sum them with a big-integer type, not with `SUM`.
            - Every table has `id INTEGER PRIMARY KEY`, the order in which the rows were written. It follows the run's
              total order of events.
            - Equal runs give files that are equal byte for byte.

            """);
        foreach (Table table in Schema.Tables)
        {
            Append(page, table);
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, Table table)
    {
        page.Append(CultureInfo.InvariantCulture,
            $"\n## {table.Name}\n\n{table.Meaning}\n\n| Column | Type | Meaning |\n|---|---|---|\n");
        foreach (Column column in table.Columns)
        {
            page.Append(CultureInfo.InvariantCulture,
                $"| `{column.Name}` | {Table.TypeName(column.Type)} | {column.Meaning} |\n");
        }
    }
}
