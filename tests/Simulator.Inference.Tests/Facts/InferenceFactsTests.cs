using System.Text;
using Simulator.Inference.Execution;
using Simulator.Inference.Facts;
using Simulator.Inference.Questions;
using Simulator.Inference.Tests.Models;
using Simulator.Primitives;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Tests.Facts;

public sealed class InferenceFactsTests
{
    private static readonly InferenceAnswer[] Answers = Compute();

    [Fact]
    public void The_hash_depends_neither_on_the_order_of_recording_nor_on_repetition()
    {
        InferenceFacts forward = FactsOf(Answers);
        InferenceFacts backward = FactsOf(Answers.Reverse().Concat(Answers));

        Assert.Equal(forward.Hash(), backward.Hash());
        Assert.Equal(Answers.Length, backward.Count);
    }

    [Fact]
    public void The_hash_changes_with_every_fact_left_out()
    {
        HashSet<string> hashes = [FactsOf(Answers).Hash().ToString()];
        for (int i = 0; i < Answers.Length; i++)
        {
            Assert.True(hashes.Add(FactsOf(Answers.Where((_, place) => place != i)).Hash().ToString()));
        }
    }

    [Fact]
    public void The_sets_of_two_processes_merge_into_the_set_of_one()
    {
        InferenceFacts first = FactsOf(Answers[..20]);
        first.Merge(FactsOf(Answers[10..]));

        Assert.Equal(FactsOf(Answers).Hash(), first.Hash());
    }

    [Fact]
    public void Two_results_for_one_key_are_a_bug()
    {
        InferenceFacts facts = FactsOf(Answers);

        Assert.Throws<InvariantViolatedException>(() => facts.Record(Answers[0] with { Outcome = Answers[1].Outcome }));
    }

    [Fact]
    public void A_file_gives_back_the_same_set_and_the_same_bytes()
    {
        byte[] file = FileOf(FactsOf(Answers.Reverse()));

        InferenceFacts read = Assert.IsType<FactsReading.Loaded>(FactsFile.Read(new MemoryStream(file))).Facts;

        Assert.Equal(FactsOf(Answers).Hash(), read.Hash());
        Assert.Equal(file, FileOf(read));
    }

    [Fact]
    public void An_empty_set_has_a_file_and_a_hash_too()
    {
        byte[] file = FileOf(new InferenceFacts());

        Assert.Equal(0, Assert.IsType<FactsReading.Loaded>(FactsFile.Read(new MemoryStream(file))).Facts.Count);
    }

    [Fact]
    public void A_replay_answers_from_the_record_without_opening_the_model()
    {
        RecordedInference recorded = new(FactsOf(Answers));
        InferenceFacts again = new();

        foreach (TensorSet question in Questions())
        {
            again.Record(recorded.Run(ShippedModel.Volatility, question, ExecutionProfile.Default));
        }

        Assert.Equal(FactsOf(Answers).Hash(), again.Hash());
    }

    [Fact]
    public void A_missing_fact_is_named_when_the_run_needs_it_and_not_before()
    {
        RecordedInference recorded = new(FactsOf(Answers));
        TensorSet unseen = VolatilityQuestions.WindowOf(new Draw(77, 78));

        InferenceAnswer answer = recorded.Run(ShippedModel.Volatility, unseen, ExecutionProfile.Default);
        MissingFactException problem = Assert.Throws<MissingFactException>(() => new InferenceFacts().Record(answer));

        Assert.Contains(ShippedModel.Volatility.Sha256.ToBareString(), problem.Message, StringComparison.Ordinal);
        Assert.Contains(unseen.Hash().ToBareString(), problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_or_altered_file_is_refused_with_its_line()
    {
        byte[] file = FileOf(FactsOf(Answers));
        for (int position = 0; position < file.Length; position += 31)
        {
            byte[] altered = [.. file];
            altered[position] ^= 1;

            // A letter of a refusal's wording is no part of the fact; everything else is.
            string line = Encoding.UTF8.GetString(file.AsSpan(0, position)).Split('\n')[^1];
            bool wording = line.Contains("\"detail\":\"", StringComparison.Ordinal);
            Assert.True(wording || FactsFile.Read(new MemoryStream(altered)) is FactsReading.Malformed { Line: > 0 });
            Assert.IsType<FactsReading.Malformed>(FactsFile.Read(new MemoryStream(file[..position])));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"facts":2,"count":0,"sha256":"00"}""")]
    [InlineData("\0\u0001binary")]
    public void What_is_no_facts_file_is_refused(string text)
    {
        using MemoryStream file = new(Encoding.UTF8.GetBytes(text));

        FactsReading.Malformed malformed = Assert.IsType<FactsReading.Malformed>(FactsFile.Read(file));

        Assert.Equal(1, malformed.Line);
        Assert.NotEmpty(malformed.Problem);
    }

    private static IEnumerable<TensorSet> Questions() =>
        Enumerable.Range(0, 30)
            .Select(i => VolatilityQuestions.WindowOf(new Draw((ulong)i, 5)))
            .Append(new TensorSet());

    private static InferenceAnswer[] Compute()
    {
        using InferenceEngine engine = new();
        return
        [
            .. Questions().Select(question => engine.Run(ShippedModel.Volatility, question, ExecutionProfile.Default)),
        ];
    }

    private static InferenceFacts FactsOf(IEnumerable<InferenceAnswer> answers)
    {
        InferenceFacts facts = new();
        foreach (InferenceAnswer answer in answers)
        {
            facts.Record(answer);
        }

        return facts;
    }

    private static byte[] FileOf(InferenceFacts facts)
    {
        MemoryStream stream = new();
        FactsFile.Write(facts, stream);
        return stream.ToArray();
    }
}
