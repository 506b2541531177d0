using System.Text;

using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pricing;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Tensors;
using Simulator.Protocol.Tests.Enclaves;

namespace Simulator.Protocol.Tests.Corruption.Messages;

/// <summary>What an enclave signs, judged in the order in which a client checks it.</summary>
internal static class ResponseMessages
{
    private const string Output = "Hello, world!";
    private const string Model = "gpt-5";
    private const long Time = 1_770_000_000;

    private static readonly EnclaveSigningKey Key = TestKeys.Pool[0];
    private static readonly byte[] Request = new ChatRequest(Model, [ChatMessage.User("Hi")]).CanonicalBytes();
    private static readonly SignedResponse Proof = SignedResponse.Sign(Key, Request, Output, Time);
    private static readonly Heartbeat Beat =
        Heartbeat.Sign(Key, Time - 300, Address.Parse("0x703cB174AEadB35D611858369B4b1111dC9Abda6"));

    private static readonly TokenUsage Usage = new(10, 4);
    private static readonly ToolCall Call = new("call_1", "weather", "{\"city\":\"Bern\"}");
    private static readonly TensorSet Tensors =
        new([new FixedPointTensor("sigma", [new FixedPoint(42, 4)], [1])], [new StringTensor("label", ["up"], [1])]);

    public static IReadOnlyList<MessageType> Types { get; } =
    [
        Of(
            "chat response",
            new ChatResponse("chatcmpl-1", Model, Output, Proof) { Usage = Usage }.ToJson(),
            bytes => (
                ResponseReader.TryRead(bytes, out ChatResponse? read, out ResponseRefusal refusal),
                read,
                refusal),
            read => (read.Proof, read.Output)),
        Of(
            "chat response with tool calls",
            CallingResponse().ToJson(),
            bytes => (
                ResponseReader.TryRead(bytes, out ChatResponse? read, out ResponseRefusal refusal),
                read,
                refusal),
            read => (read.Proof, read.Output)),
        Of(
            "completion response",
            new CompletionResponse("cmpl-1", Model, Output, Proof) { Usage = Usage }.ToJson(),
            bytes => (
                ResponseReader.TryRead(bytes, out CompletionResponse? read, out ResponseRefusal refusal),
                read,
                refusal),
            read => (read.Proof, read.Text)),
        Of(
            "ML inference response",
            new MlInferenceResponse(
                Tensors,
                Keccak256.Hash("model"u8),
                SignedResponse.Sign(Key, Request, Tensors.ToCanonicalText(), Time)).ToJson(),
            bytes => (
                MlInferenceResponse.TryRead(bytes, out MlInferenceResponse? read, out ResponseRefusal refusal),
                read,
                refusal),
            read => (read.Proof, read.Output)),
        Of(
            "streamed response",
            Encoding.UTF8.GetBytes(
                EventStream.TextDelta(Model, "Hello, ") + EventStream.TextDelta(Model, "world!")
                + EventStream.Final(Model, "stop", Proof, Usage) + EventStream.Done),
            bytes => (
                StreamedResponse.TryRead(bytes, out StreamedResponse? read, out ResponseRefusal refusal),
                read,
                refusal),
            read => (read.Proof, read.Output)),
        new MessageType("heartbeat", Beat.ToJson(), JudgeHeartbeat),
    ];

    private static ChatResponse CallingResponse() => new(
        "chatcmpl-2",
        Model,
        "I will ask",
        SignedResponse.Sign(Key, Request, OutputString.OfToolCalls([Call]), Time))
    {
        ToolCalls = [Call],
        Usage = Usage,
    };

    private static MessageType Of<T>(
        string name,
        byte[] sample,
        Func<byte[], (bool IsRead, T? Read, ResponseRefusal Refusal)> read,
        Func<T, (SignedResponse Proof, string Output)> signed)
        where T : class
    {
        Meaning meaning = Meaning.Of(read(sample).Read!);
        return new MessageType(name, sample, bytes =>
        {
            (bool isRead, T? message, ResponseRefusal refusal) = read(bytes);
            if (!isRead)
            {
                return Fate.Refused(refusal);
            }

            string? difference = meaning.FirstDifference(Meaning.Of(message!));
            (SignedResponse proof, string output) = signed(message!);
            ResponseVerdict verdict = difference is null
                ? ResponseVerdict.Accepted
                : proof.Verify(Key.Spki.Span, Key.TeeId, Request, output);
            return verdict == ResponseVerdict.Accepted ? Fate.Accepted(difference) : Fate.Refused(verdict);
        });
    }

    private static Fate JudgeHeartbeat(byte[] bytes)
    {
        if (!Heartbeat.TryRead(bytes, out Heartbeat? read, out ResponseRefusal refusal))
        {
            return Fate.Refused(refusal);
        }

        return read.TeeId != Key.TeeId ? Fate.Refused("TeeIdUnexpected")
            : !read.IsSignedBy(Key.Spki.Span) ? Fate.Refused("SignatureInvalid")
            : Fate.Accepted(Meaning.Of(Beat).FirstDifference(Meaning.Of(read)));
    }
}
