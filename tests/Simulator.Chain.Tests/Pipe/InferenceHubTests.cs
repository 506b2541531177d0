using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Chain.Pipe;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;
using Simulator.Protocol.Registry;

namespace Simulator.Chain.Tests.Pipe;

public sealed class InferenceHubTests
{
    private readonly Enclaves enclaves = new();

    public InferenceHubTests()
    {
        enclaves.Register(0);
    }

    [Fact]
    public void A_transaction_runs_with_its_result_and_publishes_it()
    {
        ChainTransaction asked = Inferences.Transaction(Enclaves.Stranger, 0);

        TransactionReceipt receipt = Run(asked.With(Inferences.Answer(asked, 0, enclaves.Now)));

        Assert.Null(receipt.Revert);
        ContractLog log = Assert.Single(receipt.Logs);
        Assert.Equal((InferenceHub.DefaultAddress, 0), (log.Contract, log.Transaction));
        Assert.Equal(Inferences.Output, Assert.IsType<InferenceResult>(log.Event).Output);
        Assert.Equal(asked.IntrinsicGas + GasTable.RunModel, receipt.GasUsed);
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "no attachment", "InferenceResultMissing()" },
        { "given up too early", "InferenceResultMissing()" },
        { "given up in time", "InferenceTimedOut(7)" },
        { "given up in the future", "InferenceResultMissing()" },
        { "of another request", "InferenceResultMismatch()" },
        { "another's, relabelled", "InvalidInferenceSignature()" },
        { "changed output", "InvalidInferenceSignature()" },
        { "no output", "InferenceResultMismatch()" },
        { "a simulation", "InferenceResultMismatch()" },
        { "unknown node", "InvalidInferenceSignature()" },
        { "too old", "InvalidInferenceSignature()" },
        { "from the future", "InvalidInferenceSignature()" },
        { "refusal", "InferenceRefused(\"UnknownModel\")" },
        { "forged refusal", "InvalidInferenceSignature()" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Without_a_result_that_is_its_own_it_reverts_by_name(string what, string revert)
    {
        while (enclaves.World.Chain.Head.Height < 16)
        {
            enclaves.Wait(1);
        }

        ChainTransaction asked = Inferences.Transaction(Enclaves.Stranger, 0);

        TransactionReceipt receipt = Run(Spoil(what, asked));

        Assert.Equal(revert, receipt.Revert?.ToString());
        Assert.Empty(receipt.Logs);
        Assert.Equal(asked.IntrinsicGas + GasTable.RunModel, receipt.GasUsed);
        Assert.Equal(1UL, enclaves.World.Chain.Account(Enclaves.Stranger).Nonce);
    }

    [Fact]
    public void A_disabled_node_answers_nothing_any_more()
    {
        ChainTransaction asked = Inferences.Transaction(Enclaves.Stranger, 0);
        PreExecution answer = Inferences.Answer(asked, 0, enclaves.Now);
        enclaves.Try(Enclaves.Admin, new DisableTeeCall(enclaves.Registry.Address, answer.TeeId));

        Assert.Equal("InvalidInferenceSignature()", Run(asked.With(answer)).Revert?.ToString());
    }

    [Fact]
    public void Mode_vanilla_asks_for_no_signature_but_for_its_own_result()
    {
        ChainTransaction asked = Inferences.Transaction(Enclaves.Stranger, 0, InferenceMode.Vanilla);
        ChainTransaction next = Inferences.Transaction(Enclaves.Stranger, 1, InferenceMode.Vanilla);
        PreExecution unsigned = Inferences.Answer(asked, 5, 1) with { Signature = [] };

        Assert.Null(Run(asked.With(unsigned)).Revert);
        Assert.Equal("InferenceResultMismatch()", Run(next.With(unsigned)).Revert?.ToString());
    }

    [Fact]
    public void Mode_zkml_is_refused_by_name_whatever_comes_with_it()
    {
        ChainTransaction asked = Inferences.Transaction(Enclaves.Stranger, 0, InferenceMode.Zkml);

        Assert.Equal(
            "InferenceModeUnsupported(1)",
            Run(asked.With(Inferences.Answer(asked, 0, enclaves.Now))).Revert?.ToString());
    }

    [Fact]
    public void A_simulated_call_needs_no_result()
    {
        Address hub = InferenceHub.DefaultAddress;
        ContractChain chain = enclaves.World.Chain;

        Assert.Null(chain.Simulate(Enclaves.Stranger, hub, Inferences.Call().Encode()));
        Assert.Equal(
            "InferenceModeUnsupported(1)",
            chain.Simulate(Enclaves.Stranger, hub, Inferences.Call(InferenceMode.Zkml).Encode())?.ToString());
        Assert.Equal("NoData()", chain.Simulate(Enclaves.Stranger, hub, [1, 2, 3, 4])?.ToString());
    }

    [Fact]
    public void The_block_commits_to_the_result_it_carries()
    {
        ChainTransaction asked = Inferences.Transaction(Enclaves.Stranger, 0, InferenceMode.Vanilla);
        PreExecution one = Inferences.Answer(asked, 0, enclaves.Now);
        PreExecution other = one with { Output = new ModelOutput(new Simulator.Protocol.Tensors.TensorSet()).Encode() };

        Hash32 first = Run(asked.With(one), out BlockHeader firstHeader).Entry;
        enclaves.World.Chain.UndoBlock();
        Hash32 second = Run(asked.With(other), out BlockHeader secondHeader).Entry;

        Assert.NotEqual(first, second);
        Assert.NotEqual(firstHeader.TransactionsRoot, secondHeader.TransactionsRoot);
        Assert.Equal(firstHeader.StateRoot, secondHeader.StateRoot);
    }

    private ChainTransaction Spoil(string what, ChainTransaction asked)
    {
        ulong now = enclaves.Now;
        PreExecution answer = Inferences.Answer(asked, 0, now);
        ChainTransaction other = Inferences.Transaction(Enclaves.Stranger, 0, value: 16);
        return what switch
        {
            "no attachment" => asked,
            "given up too early" => asked.With(null, since: 8),
            "given up in time" => asked.With(null, since: 7),
            "given up in the future" => asked.With(null, since: 100),
            "of another request" => asked.With(Inferences.Answer(other, 0, now)),
            "another's, relabelled" => asked.With(Inferences.Answer(other, 0, now) with { Request = answer.Request }),
            "changed output" => asked.With(answer with { Output = new ModelOutput(new()).Encode() }),
            "no output" => asked.With(answer with { Output = [1] }),
            "a simulation" => asked.With(answer with { Output = new ModelOutput(new(), IsSimulation: true).Encode() }),
            "unknown node" => asked.With(Inferences.Answer(asked, 1, now)),
            "too old" => asked.With(Inferences.Answer(asked, 0, now - 3600)),
            "from the future" => asked.With(Inferences.Answer(asked, 0, now + 302)),
            "refusal" => asked.With(Inferences.Answer(asked, 0, now, "UnknownModel")),
            _ => asked.With(answer with { Refusal = "UnknownModel" }),
        };
    }

    private TransactionReceipt Run(ChainTransaction transaction) => Run(transaction, out _);

    private TransactionReceipt Run(ChainTransaction transaction, out BlockHeader header)
    {
        BlockResult block = enclaves.World.Chain.Produce(enclaves.Now + 1, [transaction]);
        header = block.Header;
        return Assert.Single(block.Receipts);
    }
}
