using Simulator.Checkers.Pipe;
using Simulator.Primitives;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;
using Simulator.Protocol.Tensors;
using Simulator.Records;

namespace Simulator.Checkers.Tests;

public sealed class InferenceAtomicTests
{
    private const string Chain = "inference";

    private static readonly EnclaveSigningKey Key = EnclaveKeyPool.OfThisMachine[0];
    private static readonly NodeDeclared Node = new(Key.TeeId, "nodes/1", "nodes", Key.Spki.ToArray());
    private static readonly SignedTransaction First = Ask(0);
    private static readonly SignedTransaction Second = Ask(1);

    [Fact]
    public void A_transaction_with_its_own_result_holds()
    {
        InferenceAtomic checker = Judge(Result(First, First), Ran(First), Sealed(1));

        Assert.Equal(0, checker.ViolationCount);
        Assert.True(checker.Judged > 0);
    }

    [Fact]
    public void A_signed_refusal_belongs_to_a_transaction_that_was_refused()
    {
        InferenceIncluded refusal = Result(First, First, "unknown-model");

        Assert.Equal(0, Judge(refusal, Ran(First, "InferenceRefused"), Sealed(1)).ViolationCount);
        Assert.Equal(["outcome and result disagree"], Violations(refusal, Ran(First), Sealed(1)));
    }

    [Fact]
    public void What_was_given_up_needs_no_result() =>
        Assert.Equal(0, Judge(Ran(First, "InferenceTimedOut"), Sealed(1)).ViolationCount);

    [Fact]
    public void A_transaction_that_ran_without_a_result_is_seen() =>
        Assert.Equal(["0 results, outcome success"], Violations(Ran(First), Sealed(1)));

    [Fact]
    public void The_result_of_another_request_is_seen()
    {
        string[] seen = Violations(Result(First, Second), Ran(First), Sealed(1));

        Assert.StartsWith("ran with the result of request", seen[0], StringComparison.Ordinal);
        Assert.StartsWith("its result is not signed", seen[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_output_or_an_unknown_node_is_seen()
    {
        InferenceIncluded own = Result(First, First);

        Assert.StartsWith(
            "its result is not signed",
            Assert.Single(Violations(own with { Output = [1] }, Ran(First), Sealed(1))),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "its result is not signed",
            Assert.Single(Violations(own with { TeeId = Hash32.Zero }, Ran(First), Sealed(1))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Mode_vanilla_needs_no_signature()
    {
        SignedTransaction vanilla = Ask(0, InferenceMode.Vanilla);

        Assert.Equal(
            0, Judge(Result(vanilla, vanilla) with { Signature = [] }, Ran(vanilla), Sealed(1)).ViolationCount);
    }

    [Fact]
    public void Two_results_for_one_transaction_are_seen() => Assert.Equal(
        ["2 results, outcome success", "a result applied a second time"],
        Violations(Result(First, First), Result(First, First), Ran(First), Sealed(1)));

    [Fact]
    public void A_result_without_its_transaction_is_seen()
    {
        Assert.Equal(["a result without its transaction"], Violations(Result(Second, Second), Ran(First, "OutOfGas"), Sealed(1)));
        Assert.Equal(["a result that no block holds"], Violations(Result(First, First)));
    }

    [Fact]
    public void A_result_that_is_applied_again_in_a_later_block_is_seen() => Assert.Equal(
        ["a result applied a second time"],
        Violations(Result(First, First), Ran(First), Sealed(1), Result(First, First) with { Height = 2 }, Ran(First), Sealed(2)));

    private static SignedTransaction Ask(ulong nonce, InferenceMode mode = InferenceMode.Tee)
    {
        TensorSet inputs = new(new FixedPointTensor("x", [new FixedPoint((Int128)nonce, 1)], [1]));
        byte[] data = new RunModelCall(Deployments.InferenceHub, "model", mode, inputs).Encode();
        return new Eip1559Transaction(
            Deployments.OgEvmChainId, nonce, UInt256.Zero, UInt256.Zero, 1, Deployments.InferenceHub, UInt256.Zero, data, [])
            .Sign(PrivateKey.FromSeed("caller"));
    }

    private static TransactionExecuted Ran(SignedTransaction transaction, string? revert = null) =>
        new(Chain, 1, transaction.Hash(), Facts.Alice, "hub", 1, revert, transaction.Encode());

    // What one request was answered, put next to whichever transaction.
    private static InferenceIncluded Result(SignedTransaction next, SignedTransaction answered, string refusal = "")
    {
        PreExecution result = PreExecution.Sign(
            Key,
            PreExecution.RequestIdOf(answered.Hash()),
            answered.Transaction.Data,
            refusal.Length == 0 ? [7] : [],
            refusal,
            1_770_000_000);
        return new InferenceIncluded(
            Chain,
            1,
            next.Hash(),
            0,
            result.Request,
            result.TeeId,
            result.Output,
            result.Refusal,
            (long)result.Timestamp,
            result.Signature);
    }

    private static BlockProduced Sealed(long height) => Facts.Block(0) with { Chain = Chain, Height = height };

    private static InferenceAtomic Judge(params Observation[] observations)
    {
        using InferenceAtomic checker = new();
        return Facts.Judge(checker, [Node, .. observations]);
    }

    private static string[] Violations(params Observation[] observations) =>
        [.. Judge(observations).Violations.Select(violation => violation.What)];
}
