using System.CommandLine;
using Simulator.Protocol.Attestation;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim attest FILE</c>: verifies any document in AWS Nitro format and prints what it says.</summary>
internal static class AttestCommand
{
    /// <summary>Larger files are no attestation documents, not even in Base64 with line breaks.</summary>
    private const long LongestFile = 1 << 20;

    public static Command Create()
    {
        Argument<string> file = new("FILE") { Description = "Attestation document, binary or Base64" };
        Option<string?> root = new("--root") { Description = "PEM file of the trusted root certificate (default: the AWS Nitro root)" };
        Option<long?> at = new("--at") { Description = "Unix seconds to check at (default: now)" };
        Command command = new("attest", "Verifies a Nitro attestation document and prints its measurements and bound keys") { file, root, at };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(file);
            string? problem = Problem(path);
            string? rootFile = parsed.GetValue(root);
            problem ??= rootFile is null ? null : Problem(rootFile);
            if (problem is not null)
            {
                Console.Error.WriteLine($"opgsim: {problem}");
                return ExitCode.BadInput;
            }

            string pem = rootFile is null ? "" : File.ReadAllText(rootFile);
            long time = parsed.GetValue(at) ?? DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            AttestationReport report = AttestationReport.Of(File.ReadAllBytes(path), pem, time);
            Console.Out.Write(report.ToString());
            return report.Check.IsValid ? ExitCode.Success : ExitCode.VerdictFailed;
        });
        return command;
    }

    private static string? Problem(string path) =>
        Directory.Exists(path) ? $"'{path}' is a folder; a file is expected"
        : !File.Exists(path) ? $"'{path}' does not exist"
        : new FileInfo(path).Length > LongestFile ? $"'{path}' is larger than 1 MiB; an attestation document has at most 16 KiB"
        : null;
}
