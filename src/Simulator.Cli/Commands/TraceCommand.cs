using System.CommandLine;
using System.Text;
using Simulator.Cli.Terminal;
using Simulator.Protocol.Receipts;
using Simulator.Reporting;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim trace BUNDLE REQUEST</c>: one request end to end, as a person reads it.</summary>
internal static class TraceCommand
{
    public static Command Create()
    {
        Argument<string> folder = new("BUNDLE") { Description = "A bundle's folder" };
        Argument<string> name = new("REQUEST") { Description = "A request's id, as in traders/12#5" };
        Option<string?> receipt = new("--receipt") { Description = "File to write the request's receipt to" };
        Command command = new("trace", "Follows one request end to end") { folder, name, receipt };
        command.SetAction(parsed => Trace(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(name), parsed.GetValue(receipt)));
        return command;
    }

    private static int Trace(string folder, string name, string? receiptFile)
    {
        if (!Directory.Exists(folder))
        {
            return Refuse($"'{folder}' is not a bundle's folder");
        }

        using BundleReader bundle = new(folder);
        if (bundle.Rows("requests", name).FirstOrDefault() is not { } request)
        {
            return Refuse(bundle.Rows("requests").FirstOrDefault()?["request"] is string example
                ? $"the bundle has no request '{name}'; ids look like '{example}'"
                : "the bundle has no requests, as those of economies; report.html and flows.csv show what happened");
        }

        new TraceText(bundle, request).Write(Console.Out);
        return receiptFile is null ? ExitCode.Success : WriteReceipt(folder, name, receiptFile);
    }

    private static int WriteReceipt(string folder, string name, string receiptFile)
    {
        string path = Path.Combine(folder, "receipts", "receipts.jsonl");
        string? line = File.Exists(path)
            ? File.ReadLines(path).FirstOrDefault(text => IdOf(text) == name)
            : null;
        if (line is null)
        {
            return Refuse($"request '{name}' has no receipt: only accepted answers have one");
        }

        File.WriteAllText(receiptFile, line);
        Console.Out.WriteLine($"receipt: {receiptFile}");
        return ExitCode.Success;
    }

    private static string? IdOf(string line) =>
        Receipt.Read(Encoding.UTF8.GetBytes(line)).TryGet(out Receipt? receipt) ? receipt.Id : null;

    private static int Refuse(string problem)
    {
        Console.Error.WriteLine($"opgsim: {problem}");
        return ExitCode.BadInput;
    }
}
