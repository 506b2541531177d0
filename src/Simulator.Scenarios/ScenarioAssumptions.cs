using System.Globalization;
using System.Text;
using Simulator.Scenarios.Claims;

namespace Simulator.Scenarios;

/// <summary>The assumptions of the model as Markdown, generated from the definitions that hold the values.</summary>
public static class ScenarioAssumptions
{
    private const string Opening = """
        # Assumptions

        Generated from the definitions that hold the values; a test keeps it up to date.

        Every value that says something about the world and that a scenario need not state. *Published*: stated by the
        network's own software or documentation, as of the date. *Measured*: measured for this project on one core of an
        x86-64 server, on the date. *Assumption*: neither; chosen by reasoning on the date, and the first thing to vary
        when a result depends on it. An id never changes its meaning. `NAME` stands for the name of any group.

        | Id | What | Value | Status | Date | Source | Changed by |
        |---|---|---|---|---|---|---|

        """;

    public static string Write()
    {
        StringBuilder page = new(Opening);
        foreach (ClaimedValue value in ClaimList.All())
        {
            page.Append(Row(value));
        }

        return page.ToString();
    }

    private static string Row(ClaimedValue value)
    {
        string[] cells =
        [
            value.Claim.Id,
            value.What,
            $"`{value.Value}`",
            value.Claim.StatusWord,
            value.Claim.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            value.Claim.Source,
            value.Changing is null ? "fixed in this version" : $"`{value.Changing}`",
        ];
        return "| " + string.Join(" | ", cells.Select(Escape)) + " |\n";
    }

    private static string Escape(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal);
}
