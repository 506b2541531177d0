using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;

namespace Simulator.Protocol.Tests.Pipe;

public sealed class PreExecutionTests
{
    private static readonly EnclaveSigningKey Key = EnclaveKeyPool.OfThisMachine[0];
    private static readonly Hash32 Request = PreExecution.RequestIdOf(Keccak256.Hash([1]));
    private static readonly byte[] CallData = [1, 2, 3, 4];

    private static readonly PreExecution Answer =
        PreExecution.Sign(Key, Request, CallData, [5, 6], "", 1_770_000_000);

    [Fact]
    public void The_signature_covers_request_call_output_and_time()
    {
        byte[] spki = Key.Spki.ToArray();

        Assert.True(Answer.IsSignedBy(spki, CallData));
        Assert.False(Answer.IsSignedBy(spki, [1, 2, 3, 5]));
        Assert.False(Answer.IsSignedBy(EnclaveKeyPool.OfThisMachine[1].Spki.Span, CallData));
        foreach (PreExecution changed in (PreExecution[])
            [
                Answer with { Request = Keccak256.Hash([2]) },
                Answer with { Output = [5, 7] },
                Answer with { Refusal = "no" },
                Answer with { Timestamp = 1_770_000_001 },
                Answer with { TeeId = Request },
                Answer with { Timestamp = ulong.MaxValue },
            ])
        {
            Assert.False(changed.IsSignedBy(spki, CallData));
        }
    }

    [Fact]
    public void A_refusal_is_signed_by_its_name()
    {
        PreExecution refusal = PreExecution.Sign(Key, Request, CallData, [], "UnknownModel", 1_770_000_000);

        Assert.True(refusal.IsRefusal);
        Assert.True(refusal.IsSignedBy(Key.Spki.Span, CallData));
        Assert.False((refusal with { Refusal = "UnknownInput" }).IsSignedBy(Key.Spki.Span, CallData));
    }

    [Fact]
    public void Result_and_attachment_are_read_back()
    {
        InferenceAttachment answered = new(7, Answer);
        InferenceAttachment givenUp = new(7, null);

        Assert.Equal(Answer, PreExecution.Read(Answer.Encode()));
        Assert.Equal(answered, InferenceAttachment.Read(answered.Encode()));
        Assert.Equal(givenUp, InferenceAttachment.Read(givenUp.Encode()));
        Assert.NotEqual(answered.Hash(), givenUp.Hash());
    }

    [Fact]
    public void Damaged_bytes_are_refused_or_read_as_something_else()
    {
        byte[] data = new InferenceAttachment(7, Answer).Encode();
        for (int i = 0; i < data.Length; i++)
        {
            Assert.Null(InferenceAttachment.Read(data.AsSpan(0, i)));
        }

        Assert.Null(PreExecution.Read([1]));
    }
}
