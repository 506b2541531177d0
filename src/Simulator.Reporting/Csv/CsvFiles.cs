using System.Globalization;
using CsvHelper;
using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>The tables people open in a spreadsheet. Units stand in the column names.</summary>
internal static class CsvFiles
{
    private static readonly CsvWriterOptions Options = new()
    {
        NewLine = "\n",
        FormatProvider = CultureInfo.InvariantCulture,
    };

    public static void WriteTable(string path, Database database, Table table)
    {
        string names = string.Join(", ", table.Columns.Select(column => column.Name));
        using CsvWriter csv = CsvWriter.ToFile(path, Options);
        Row(csv, table.Columns.Select(column => column.Name));
        foreach (object?[] row in database.Query($"SELECT {names} FROM {table.Name} ORDER BY id"))
        {
            Row(csv, row.Select(Text));
        }
    }

    public static void WriteFlows(string path, IEnumerable<Flow> flows)
    {
        using CsvWriter csv = CsvWriter.ToFile(path, Options);
        Row(csv, ["from_group", "to_group", "cause", "transfers", "amount_atto_opg"]);
        foreach (Flow flow in flows)
        {
            string amount = flow.Amount.BaseUnits.ToString(CultureInfo.InvariantCulture);
            Row(csv, [flow.From, flow.To, flow.Cause, Text(flow.Transfers), amount]);
        }
    }

    public static void WriteThroughput(string path, TimeBins bins)
    {
        using CsvWriter csv = CsvWriter.ToFile(path, Options);
        Row(csv, ["bin_start_ns", "bin_width_ns", "issued", "accepted", "refused", "rejected", "timed_out"]);
        foreach (TimeBin bin in bins.Bins)
        {
            long start = bin.Start.NanosecondsSinceStart;
            long[] numbers =
                [start, bins.Width.Nanoseconds, bin.Issued, bin.Accepted, bin.Refused, bin.Rejected, bin.TimedOut];
            Row(csv, numbers.Select(number => Text(number)));
        }
    }

    internal static CsvWriter Open(string path) => CsvWriter.ToFile(path, Options);

    internal static void Row(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (string field in fields)
        {
            csv.WriteField(field);
        }

        csv.EndRecord();
    }

    private static string Text(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => throw Invariant.Unreachable(value),
    };
}
