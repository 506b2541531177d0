using Simulator.Benchmarks.Samples;
using Simulator.Inference.Hub;

namespace Simulator.Benchmarks.Fuzzing;

/// <summary>Model files that strangers add to a hub; the runtime itself is not fuzzed here.</summary>
internal static class ModelParsers
{
    public static IEnumerable<FuzzedParser> All { get; } =
    [
        new(
            "ONNX file",
            input => OnnxCheck.Read(input) switch
            {
                OnnxVerdict.Accepted { Report: { } report } => Fate(report),
                OnnxVerdict.Refused refused => HubRefusals.NameOf(refused.Reason),
                _ => FuzzedParser.Nameless,
            },
            [SampleModels.TwoInputs, SampleModels.WithSubgraph]),
        new(
            "model format",
            input => ModelFormats.Recognise(input) is var format && format != ModelFormat.Unset
                ? ModelFormats.NameOf(format).Length > 0 ? null : FuzzedParser.Nameless
                : HubRefusals.NameOf(HubRefusal.NotAModel),
            [SampleModels.TwoInputs, .. SampleModels.OtherFormats]),
    ];

    private static string? Fate(OnnxReport report) =>
        report.Inputs.Concat(report.Outputs).Sum(value => value.ToString().Length) < 0 ? FuzzedParser.Nameless : null;
}
