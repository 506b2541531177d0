using System.CommandLine;
using System.Text;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Receipts;
using Simulator.Protocol.X402;
using Simulator.Reporting;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim verify BUNDLE-or-RECEIPT</c>: re-checks receipts offline, link by link.</summary>
internal static class VerifyCommand
{
    /// <summary>Failures that are printed in full.</summary>
    private const int ShownFailures = 20;

    public static Command Create()
    {
        Argument<string> target = new("BUNDLE-or-RECEIPT") { Description = "A bundle's folder, or a receipt's JSON file" };
        Option<string?> root = new("--root") { Description = "PEM file of the only hardware vendor to trust (default: the real one and the simulated one)" };
        Command command = new("verify", "Re-checks receipts offline, every link, naming the first broken one") { target, root };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(target);
            if (TrustOf(parsed.GetValue(root)) is not { } trust)
            {
                return ExitCode.BadInput;
            }

            return Directory.Exists(path) ? VerifyBundle(path, trust)
                : File.Exists(path) ? VerifyReceipt(path, trust)
                : Refuse($"'{path}' does not exist; a bundle's folder or a receipt's JSON file is expected");
        });
        return command;
    }

    private static ReceiptTrust? TrustOf(string? rootFile)
    {
        if (rootFile is null)
        {
            return ReceiptTrust.Default;
        }

        if (!File.Exists(rootFile))
        {
            Refuse($"'{rootFile}' does not exist; a PEM file is expected");
            return null;
        }

        try
        {
            return ReceiptTrust.Of(File.ReadAllText(rootFile));
        }
        catch (FormatException)
        {
            Refuse($"'{rootFile}' holds no certificate in PEM form");
            return null;
        }
    }

    private static int VerifyReceipt(string path, ReceiptTrust trust)
    {
        Parsed<Receipt> parsed = Receipt.Read(File.ReadAllBytes(path));
        if (!parsed.TryGet(out Receipt? receipt))
        {
            return Refuse($"'{path}' is not a receipt: {parsed.Refusal}");
        }

        IReadOnlyList<LinkResult> results = ReceiptVerifier.Check(receipt, trust);
        Console.Out.Write(ReceiptVerifier.Account(receipt, results));
        return ReceiptVerifier.FirstBroken(results) is null ? ExitCode.Success : ExitCode.VerdictFailed;
    }

    private static int VerifyBundle(string folder, ReceiptTrust trust)
    {
        using BundleReader bundle = new(folder);
        IReadOnlyList<string> differences = bundle.Differences();
        foreach (string file in differences)
        {
            Console.Out.WriteLine($"CHANGED  {file} is not what the manifest says");
        }

        AttestationMemory attestations = new();
        List<(string Name, LinkResult? Broken)> checks =
            [.. ReadReceipts(folder).AsParallel().AsOrdered().Select(line => Check(line, trust, attestations))];
        foreach ((string name, LinkResult? broken) in checks.Where(check => check.Broken is not null).Take(ShownFailures))
        {
            Console.Out.WriteLine($"BROKEN   receipt {name}: {broken}");
        }

        int failures = checks.Count(check => check.Broken is not null);
        Console.Out.WriteLine($"{checks.Count} receipts checked, {failures} broken; {differences.Count} files differ from the manifest");
        return failures == 0 && differences.Count == 0 ? ExitCode.Success : ExitCode.VerdictFailed;
    }

    private static IEnumerable<string> ReadReceipts(string folder)
    {
        string path = Path.Combine(folder, "receipts", "receipts.jsonl");
        return File.Exists(path) ? File.ReadLines(path) : [];
    }

    private static (string Name, LinkResult? Broken) Check(
        string line, ReceiptTrust trust, AttestationMemory attestations)
    {
        Parsed<Receipt> parsed = Receipt.Read(Encoding.UTF8.GetBytes(line));
        return parsed.TryGet(out Receipt? receipt)
            ? (receipt.Id, ReceiptVerifier.FirstBroken(receipt, trust, attestations))
            : throw new InvalidDataException($"a line of receipts.jsonl is not a receipt: {parsed.Refusal}");
    }

    private static int Refuse(string problem)
    {
        Console.Error.WriteLine($"opgsim: {problem}");
        return ExitCode.BadInput;
    }
}
