namespace Simulator.Benchmarks.Fuzzing;

/// <summary>Every parser of the protocol library that reads bytes of strangers.</summary>
public static class ParserCatalogue
{
    public static IReadOnlyList<FuzzedParser> All { get; } =
    [
        .. PaymentParsers.All, .. EthereumParsers.All, .. EnclaveParsers.All, .. AnswerParsers.All,
        .. PrivacyParsers.All, .. EvidenceParsers.All, .. ModelParsers.All,
    ];
}
