using Simulator.Actors.Network;
using Simulator.Actors.Rpc;
using Simulator.Chain.Disputes;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;
using Simulator.Records;

namespace Simulator.Actors.Verifiers;

/// <summary>Plants attention tests: commits answers that are wrong on purpose, and says so when nobody challenged them.</summary>
/// <remarks>
/// A test that is challenged costs it a node's penalty, of which the challenger gets its share: the price of attention. Its
/// account is assumed not to be known to verifiers, whose conduct here never looks at who committed. Source: randomised
/// attention tests, arXiv 2505.24393.
/// </remarks>
public sealed class Tester(TesterSettings settings) : ContractAgent(settings.Account, settings.Poll)
{
    private const int MostListed = 200;
    private const int MostRows = 100;

    private readonly ContractBatch<AnswerRow> tests = new(MostRows, rows => new CommitAnswersCall(Contract, rows));
    private readonly ContractBatch<Hash32> reveals = new(MostRows, rows => new RevealTestsCall(Contract, rows));
    private readonly SortedDictionary<Hash32, PlantedTest> shown = [];
    private readonly Queue<PlantedTest> open = new();
    private ulong planted;
    private ulong next;
    private ulong listing;

    private protected override PartyDeclared Declare(Address address, string actor) =>
        new(address, actor, "verification", PartyRole.Treasury);

    // Salts are kept on disk: a test that could not be revealed would pass for an answer.
    private protected override void Forget() => listing = 0;

    private protected override void OnDue(IActorContext context)
    {
        while (open.TryPeek(out PlantedTest? test) && context.Now - test.Since > settings.RevealAfter)
        {
            reveals.Add(test.Salt);
            shown.Remove(test.Answer);
            open.Dequeue();
        }

        Post(tests, context);
        Post(reveals, context);
        listing = Ask(new AnswersSinceCall(Contract, next, MostListed), context);
    }

    private protected override void OnMessage(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case GetAnswer message: OnGetAnswer(envelope.From, message, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private protected override void OnView(EthCallReply reply, IActorContext context)
    {
        if (reply.Call != listing || ListedAnswer.TryRead(reply.Data) is not { } listed)
        {
            return;
        }

        next = listed.Next;
        foreach (ListedAnswer answer in listed.Answers.Where(answer => answer.Node != Address))
        {
            if (context.Random.Draw(Draws.PlantedTest, answer.Row.Answer.Prefix64).Chance(settings.Rate))
            {
                Plant(context);
            }
        }
    }

    private void Plant(IActorContext context)
    {
        int number = (int)++planted;
        string subject = $"test#{number}@{context.Name}";
        byte[] question = settings.Questions.Compose(context.Random, Draws.Question, number);
        Draw draw = context.Random.Draw(Draws.PlantedTest, (ulong)number, index: 1);
        Hash32 salt = Keccak256.HashText($"{subject} {draw.Low:x16}{draw.High:x16}");
        string output = $"{{\"wrong\":\"{draw.Low:x16}\"}}";
        PlantedTest test = new(AnswerVerification.TestOf(salt), salt, subject, question, output, context.Now);
        shown.Add(test.Answer, test);
        open.Enqueue(test);
        tests.Add(new AnswerRow(
            test.Answer, Keccak256.Hash(question), OutputString.Hash(output), settings.Model));
    }

    private void OnGetAnswer(ActorRef verifier, GetAnswer call, IActorContext context) => context.Tell(
        verifier,
        shown.TryGetValue(call.Answer, out PlantedTest? test)
            ? new GetAnswerReply(call.Call, test.Subject, test.Question, test.Output)
            : new GetAnswerReply(call.Call, "", [], ""));

    private sealed record PlantedTest(
        Hash32 Answer, Hash32 Salt, string Subject, byte[] Question, string Output, SimTime Since);
}
