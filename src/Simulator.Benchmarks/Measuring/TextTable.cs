using System.Text;

namespace Simulator.Benchmarks.Measuring;

/// <summary>Columns wide enough for their cells, two blanks apart.</summary>
public static class TextTable
{
    /// <param name="rows">The first is the head; all of one length.</param>
    /// <param name="rightAligned">Columns of numbers.</param>
    public static string Of(IReadOnlyList<string[]> rows, int[] rightAligned)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        StringBuilder text = new();
        foreach (string[] row in rows)
        {
            IEnumerable<string> cells = row.Select((cell, column) =>
                rightAligned.Contains(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }
}
