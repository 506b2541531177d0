using System.Text;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pricing;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Tensors;
using Simulator.Protocol.Tests.Enclaves;

namespace Simulator.Protocol.Tests.Responses;

/// <summary>
/// What a changed bit of a signed message leads to: refused, the same meaning, or another value of a field that the
/// protocol does not authenticate; each expected text is the committed table of one message. Messages and keys are
/// deterministic, therefore the counts are exact.
/// </summary>
public sealed class ResponseCorruptionTests
{
    private const string Output = "Hello, world!";

    private static readonly EnclaveSigningKey Key = TestKeys.Pool[0];
    private static readonly byte[] Request = new ChatRequest("gpt-5", [ChatMessage.User("Hi")]).CanonicalBytes();
    private static readonly SignedResponse Proof = SignedResponse.Sign(Key, Request, Output, 1_770_000_000);

    [Fact]
    public void A_chat_answer_leaves_id_model_and_usage_unauthenticated()
    {
        ChatResponse answer = new("chatcmpl-1", "gpt-5", Output, Proof) { Usage = new TokenUsage(10, 4) };

        Assert.Equal("id 84, model 73, refused 6531, same 581, usage 51", Count(answer.ToJson(), bytes =>
        {
            if (!ResponseReader.TryRead(bytes, out ChatResponse? read, out _)
                || read.Proof.Verify(Key.Spki.Span, Key.TeeId, Request, read.Output) != ResponseVerdict.Accepted)
            {
                return "refused";
            }

            return read.Id != answer.Id ? "id" : read.Model != answer.Model ? "model" : read.Usage != answer.Usage ? "usage" : "same";
        }));
    }

    [Fact]
    public void A_stream_leaves_model_and_usage_unauthenticated()
    {
        string events = EventStream.TextDelta("gpt-5", "Hello, ") + EventStream.TextDelta("gpt-5", "world!")
            + EventStream.Final("gpt-5", "stop", Proof, new TokenUsage(10, 4)) + EventStream.Done;

        Assert.Equal("model 78, refused 7492, same 875, usage 51", Count(Encoding.UTF8.GetBytes(events), bytes =>
        {
            if (!StreamedResponse.TryRead(bytes, out StreamedResponse? read, out _)
                || read.Proof.Verify(Key.Spki.Span, Key.TeeId, Request, read.Output) != ResponseVerdict.Accepted)
            {
                return "refused";
            }

            return read.Model != "gpt-5" ? "model" : read.Usage != new TokenUsage(10, 4) ? "usage" : "same";
        }));
    }

    [Fact]
    public void A_model_answer_leaves_the_model_hash_unauthenticated()
    {
        byte[] request = new MlInferenceRequest("m", new TensorSet()).CanonicalBytes();
        TensorSet outputs = new([new FixedPointTensor("sigma", [new FixedPoint(42, 4)], [1])], []);
        MlInferenceResponse answer = new(
            outputs, Keccak256.Hash("model"u8), SignedResponse.Sign(Key, request, outputs.ToCanonicalText(), 1_770_000_000));

        Assert.Equal("model hash 177, refused 6639, same 88", Count(answer.ToJson(), bytes =>
        {
            if (!MlInferenceResponse.TryRead(bytes, out MlInferenceResponse? read, out _)
                || read.Proof.Verify(Key.Spki.Span, Key.TeeId, request, read.Output) != ResponseVerdict.Accepted)
            {
                return "refused";
            }

            return read.ModelHash != answer.ModelHash ? "model hash" : "same";
        }));
    }

    [Fact]
    public void A_heartbeat_leaves_the_registry_unauthenticated()
    {
        Heartbeat beat = Heartbeat.Sign(Key, 1_769_999_700, Address.Parse("0x703cB174AEadB35D611858369B4b1111dC9Abda6"));

        Assert.Equal("refused 4251, registry 108, same 41", Count(beat.ToJson(), bytes =>
        {
            if (!Heartbeat.TryRead(bytes, out Heartbeat? read) || read.TeeId != Key.TeeId || !read.IsSignedBy(Key.Spki.Span))
            {
                return "refused";
            }

            return read.Registry != beat.Registry ? "registry" : "same";
        }));
    }

    private static string Count(byte[] message, Func<byte[], string> fate)
    {
        Assert.Equal("same", fate(message));
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        for (int bit = 0; bit < 8 * message.Length; bit++)
        {
            byte[] corrupted = [.. message];
            corrupted[bit / 8] ^= (byte)(1 << (bit % 8));
            string name = fate(corrupted);
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        return string.Join(", ", counts.Select(pair => pair.Key + " " + pair.Value));
    }
}
