using System.Text;
using Simulator.Benchmarks.Samples;
using Simulator.Protocol.Responses;

namespace Simulator.Benchmarks.Fuzzing;

/// <summary>Requests to an enclave, its answers whole and streamed, its heartbeat.</summary>
internal static class AnswerParsers
{
    public static IEnumerable<FuzzedParser> All { get; } =
    [
        new(
            "chat request",
            input => ChatRequestJson.TryRead(input, out ChatRequest? read, out RequestRefusal refusal)
                ? Fate(read.CanonicalBytes(CanonicalRule.Current).Length + read.CanonicalBytes(CanonicalRule.Earlier).Length)
                : refusal.ToString(),
            [SampleAnswers.ChatRequest]),
        new(
            "completion request",
            input => ChatRequestJson.TryRead(input, out CompletionRequest? read, out RequestRefusal refusal)
                ? Fate(read.CanonicalBytes().Length)
                : refusal.ToString(),
            [SampleAnswers.CompletionRequest]),
        new(
            "model request",
            input => MlInferenceRequest.TryRead(input, out MlInferenceRequest? read, out RequestRefusal refusal)
                ? Fate(read.CanonicalBytes().Length)
                : refusal.ToString(),
            [SampleAnswers.ModelRequest]),
        new(
            "canonical JSON",
            input => CanonicalJson.TryParse(Encoding.UTF8.GetString(input), out CanonicalJson read)
                ? Fate(read.ToString().Length)
                : FuzzedParser.Malformed,
            [SampleAnswers.ChatRequest, """{"b":[1,2.50,-3e-7,1e22,0.1],"a":"é"}"""u8.ToArray()]),
        new(
            "chat answer",
            input => ResponseReader.TryRead(input, out ChatResponse? read, out ResponseRefusal refusal)
                ? Fate(read.ToJson().Length + Hashed(read.Proof))
                : refusal.ToString(),
            [SampleAnswers.ChatAnswer, SampleAnswers.ToolAnswer]),
        new(
            "completion answer",
            input => ResponseReader.TryRead(input, out CompletionResponse? read, out ResponseRefusal refusal)
                ? Fate(read.ToJson().Length + Hashed(read.Proof))
                : refusal.ToString(),
            [SampleAnswers.CompletionAnswer]),
        new(
            "model answer",
            input => MlInferenceResponse.TryRead(input, out MlInferenceResponse? read, out ResponseRefusal refusal)
                ? Fate(read.ToJson().Length + Hashed(read.Proof))
                : refusal.ToString(),
            [SampleAnswers.ModelAnswer]),
        new(
            "streamed answer",
            input => StreamedResponse.TryRead(input, out StreamedResponse? read, out ResponseRefusal refusal)
                ? Fate(read.Output.Length + Hashed(read.Proof))
                : refusal.ToString(),
            [SampleAnswers.Stream, SampleAnswers.ToolStream]),
        new(
            "heartbeat",
            input => Heartbeat.TryRead(input, out Heartbeat? read, out ResponseRefusal refusal)
                ? Fate(read.ToJson().Length + (read.IsSignedBy(SampleEnclave.Key.Spki.Span) ? 1 : 0))
                : refusal.ToString(),
            [SampleAnswers.Heartbeat]),
    ];

    private static int Hashed(SignedResponse proof) => proof.MessageHash.ToString().Length;

    private static string? Fate(int length) => length < 0 ? FuzzedParser.Nameless : null;
}
