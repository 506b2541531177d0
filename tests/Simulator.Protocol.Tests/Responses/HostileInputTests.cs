using System.Text;
using Simulator.Primitives;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Pricing;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Tensors;
using Simulator.Protocol.Tests.Attestation;
using Simulator.Protocol.Tests.Enclaves;

namespace Simulator.Protocol.Tests.Responses;

/// <summary>Readers answer every input; none throws. Mutations are keyed draws, the same in every run.</summary>
public sealed class HostileInputTests
{
    private const int Rounds = 4000;

    private static readonly DrawPurpose Purpose = new("mutation");
    private static readonly SignedResponse Proof = SignedResponse.Sign(TestKeys.Pool[0], "r"u8, "Hello", 1_770_000_000);

    private static readonly byte[] Chat = Encoding.UTF8.GetBytes(
        """{"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"\u00e9"},{"type":"file","file":{"filename":"a"}}]},{"role":"assistant","tool_calls":[{"id":"1","function":{"name":"f","arguments":"{}"}}]}],"temperature":0.5,"max_tokens":1e2,"stop":["x"],"tools":[{}]}""");

    [Fact]
    public void Chat_requests_mutate_into_requests_or_refusals() => Mutate(Chat, bytes =>
    {
        if (ChatRequestJson.TryRead(bytes, out ChatRequest? request, out RequestRefusal refusal))
        {
            byte[] canonical = request.CanonicalBytes(CanonicalRule.Current);
            _ = request.CanonicalBytes(CanonicalRule.Earlier);
            Assert.True(ChatRequestJson.TryRead(RequestWriter.Write(request), out ChatRequest? again, out _));
            Assert.Equal(canonical, again.CanonicalBytes());
        }
        else
        {
            Assert.NotEqual(RequestRefusal.Unset, refusal);
        }
    });

    [Fact]
    public void Model_requests_mutate_into_requests_or_refusals() => Mutate(
        new MlInferenceRequest("m", new TensorSet([new FixedPointTensor("x", [new FixedPoint(1, 2)], [1])], [new StringTensor("s", ["t"], [1, 1])])).CanonicalBytes(),
        bytes =>
        {
            if (MlInferenceRequest.TryRead(bytes, out MlInferenceRequest? request, out _))
            {
                Assert.True(MlInferenceRequest.TryRead(request.CanonicalBytes(), out MlInferenceRequest? again, out _));
                Assert.Equal(request.RequestHash(), again.RequestHash());
            }
        });

    [Fact]
    public void Answers_and_heartbeats_mutate_into_answers_or_refusals()
    {
        Mutate(new ChatResponse("i", "m", "Hello", Proof) { Usage = new TokenUsage(1, 2) }.ToJson(), bytes =>
        {
            _ = ResponseReader.TryRead(bytes, out ChatResponse? answer, out _) ? answer.ToJson() : [];
            _ = ResponseReader.TryRead(bytes, out CompletionResponse? _, out _);
        });
        Mutate(
            Encoding.UTF8.GetBytes(EventStream.ToolCallDelta("m", 0, new ToolCall("a", "b", "c")) + EventStream.Final("m", "tool_calls", Proof, null) + EventStream.Done),
            bytes => _ = StreamedResponse.TryRead(bytes, out StreamedResponse? answer, out _) ? answer.Output : string.Empty);
        Mutate(Heartbeat.Sign(TestKeys.Pool[0], 1, default).ToJson(), bytes => _ = Heartbeat.TryRead(bytes, out _));
    }

    [Fact]
    public void Documents_mutate_into_documents_or_refusals() => Mutate(GenuineDocument.Bytes, bytes =>
    {
        AttestationReport report = AttestationReport.Of(bytes, string.Empty, GenuineDocument.Seconds);
        Assert.NotEqual(AttestationVerdict.Unset, report.Check.Verdict);
        Assert.NotEmpty(report.ToString());
    });

    [Fact]
    public void Certificates_and_keys_mutate_into_themselves_or_nothing()
    {
        AttestationPayload payload = AttestationVerifier.VerifyUnbound(GenuineDocument.Bytes, string.Empty, GenuineDocument.Seconds).Payload!;
        Mutate(payload.CaBundle[1].ToArray(), bytes => _ = Certificate.TryParse(bytes, out Certificate? read) ? read.Summary : null);
        Mutate(TestKeys.Pool[0].Spki.ToArray(), bytes => Assert.False(TeeSignature.Verify(bytes, default, new byte[256])));
        Mutate(Encoding.ASCII.GetBytes(AwsNitroRoot.Pem), bytes => _ = TrustedRoots.Read(Encoding.Latin1.GetString(bytes)));
    }

    private static void Mutate(byte[] seed, Action<byte[]> read)
    {
        KeyedRandom random = new(1, 0, "hostile input");
        for (ulong round = 0; round < Rounds; round++)
        {
            List<byte> bytes = [.. seed];
            long changes = 1 + random.Draw(Purpose, round).Below(4);
            for (ulong change = 1; change <= (ulong)changes; change++)
            {
                Change(bytes, random.Draw(Purpose, round, 3 * change), random.Draw(Purpose, round, (3 * change) + 1));
            }

            read([.. bytes]);
        }
    }

    private static void Change(List<byte> bytes, Draw where, Draw what)
    {
        int at = (int)where.Below(bytes.Count);
        switch (what.Below(4))
        {
            case 0: bytes[at] = (byte)(where.High & 0xFF); break;
            case 1: bytes.RemoveRange(at, Math.Min(bytes.Count - at - 1, (int)(what.High % 9))); break;
            case 2: bytes.Insert(at, (byte)(where.High & 0xFF)); break;
            default: bytes.InsertRange(at, bytes.GetRange(0, Math.Min(bytes.Count, (int)(what.High % 64)))); break;
        }
    }
}
