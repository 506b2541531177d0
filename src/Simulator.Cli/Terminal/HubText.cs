using System.Globalization;
using Simulator.Inference.Hub;
using Simulator.Primitives;

namespace Simulator.Cli.Terminal;

/// <summary>The model store as a person reads it.</summary>
internal static class HubText
{
    public static void Write(HubAddition addition, TextWriter output)
    {
        switch (addition)
        {
            case HubAddition.Added added:
                output.WriteLine($"added {added.Repository.Name}@{added.Repository.Latest!.Version}: {added.Repository.Latest.Notes}");
                Write(added.File, output);
                output.WriteLine(added.IsNewBlob ? "  stored      as a new blob" : "  stored      the same content lay there already");
                WriteReport(added.Report, output);
                break;
            case HubAddition.AlreadyThere known:
                string what = known.IsRestored ? "its blob was not whole and is restored" : "nothing was added";
                output.WriteLine($"already there as {known.Repository.Name}@{known.Release.Version}; {what}");
                break;
            default:
                throw Invariant.Unreachable(addition);
        }
    }

    public static void WriteList(IReadOnlyList<HubRepository> repositories, TextWriter output)
    {
        foreach (HubRepository repository in repositories)
        {
            foreach (HubRelease release in repository.Releases)
            {
                foreach (HubFile file in release.Files)
                {
                    output.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{repository.Name + "@" + release.Version,-32} {file.BlobId}  {ModelFormats.NameOf(file.Format),-22} {file.Bytes,13:N0}  {release.Notes}"));
                }
            }
        }

        if (repositories.Count == 0)
        {
            output.WriteLine("the store is empty");
        }
    }

    /// <returns>False when a blob is missing or corrupted.</returns>
    public static bool WriteRelease(HubStore hub, HubRepository repository, HubRelease release, TextWriter output)
    {
        output.WriteLine($"{repository.Name}@{release.Version}: {release.Notes}");
        if (repository.Description.Length > 0)
        {
            output.WriteLine($"  about       {repository.Description}");
        }

        output.WriteLine($"  versions    {string.Join(", ", repository.Releases.Select(other => other.Version))}");
        bool isWhole = true;
        foreach (HubFile file in release.Files)
        {
            Write(file, output);
            BlobCondition condition = hub.ConditionOf(file);
            isWhole &= condition == BlobCondition.Whole;
            output.WriteLine($"  content     {Word(condition)}");
            if (condition == BlobCondition.Whole && file.IsExecutable)
            {
                WriteReport((OnnxCheck.Read(hub.ContentOf(file)) as OnnxVerdict.Accepted)?.Report, output);
            }
        }

        return isWhole;
    }

    private static void Write(HubFile file, TextWriter output)
    {
        string bytes = string.Create(CultureInfo.InvariantCulture, $"{file.Bytes:N0} bytes");
        output.WriteLine($"  file        {file.Name}, {ModelFormats.NameOf(file.Format)}, {bytes}");
        output.WriteLine($"  blob        {file.BlobId}");
        output.WriteLine(file.IsExecutable
            ? "  execution   accepted"
            : $"  execution   refused: {HubRefusals.NameOf(HubRefusal.UnsupportedFormat)}; only ONNX is executed");
    }

    private static void WriteReport(OnnxReport? report, TextWriter output)
    {
        if (report is null)
        {
            return;
        }

        IEnumerable<string> opsets = report.Opsets.Select(set => $"{(set.Key.Length == 0 ? "ai.onnx" : set.Key)} {set.Value}");
        output.WriteLine($"  onnx        IR version {report.IrVersion}, operator sets {string.Join(", ", opsets)}");
        output.WriteLine($"  operators   {string.Join(", ", report.Operators.Select(entry => $"{entry.Key} {entry.Value}"))}");
        output.WriteLine($"  inputs      {string.Join("; ", report.Inputs)}");
        output.WriteLine($"  outputs     {string.Join("; ", report.Outputs)}");
    }

    private static string Word(BlobCondition condition) => condition switch
    {
        BlobCondition.Whole => "whole: it has the id it is stored under",
        BlobCondition.Corrupted => "corrupted: it does not have the id it is stored under",
        BlobCondition.Missing => "missing: the blob is not in the store",
        BlobCondition.Unset => throw Invariant.Unreachable(condition),
    };
}
