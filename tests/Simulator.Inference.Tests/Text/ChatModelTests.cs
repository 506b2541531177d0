using System.Globalization;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Inference.Questions;
using Simulator.Inference.Tests.Models;
using Simulator.Inference.Text;
using Simulator.Primitives;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Tests.Text;

/// <summary>The shipped language model really decodes token by token, and says what its maker's arithmetic says.</summary>
public sealed class ChatModelTests : IDisposable
{
    private static readonly ModelBlob Chat = ShippedModel.Of("chat@1.0");

    private readonly InferenceEngine engine = new();

    public void Dispose() => engine.Dispose();

    [Fact]
    public void The_models_kind_and_tokenizer_are_in_its_file()
    {
        Assert.Null(ShippedModel.Volatility.Text);
        Assert.NotNull(Chat.Text);
        Assert.Equal(Chat.Text.Tokenizer.Count, engine.Describe(Chat).Signature!.Outputs[0].Dimensions[1]);
        Assert.Equal(
            Chat.Text.Tokenizer.Encode("How volatile is Bitcoin today?"),
            ShippedModel.Of("chat-int8@1.0").Text!.Tokenizer.Encode("How volatile is Bitcoin today?"));
    }

    [Fact]
    public void Every_held_out_prompt_is_answered_as_the_maker_computed()
    {
        string[][] rows = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "chat-heldout.tsv")).Skip(1)
            .Select(line => line.Split('\t'))];

        Assert.Equal(100, rows.Length);
        Assert.All(rows, row =>
        {
            ChatRequest request = Ask(row[0], TextModel.MostTokens);
            string answer = Answer(request);
            (int prompt, int completion) = Chat.Text!.Count(request, answer);
            Assert.Equal(row[3], answer);
            Assert.Equal((row[1], row[4]), (Text(prompt), Text(completion)));
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void An_answer_ends_at_the_asked_maximum_and_is_the_beginning_of_the_whole_one(int maximum)
    {
        const string Prompt = "In detail, should I buy Bitcoin today?";
        int[] whole = Tokens(Ask(Prompt, 64));

        Assert.Equal(whole[..maximum], Tokens(Ask(Prompt, maximum)));
        Assert.InRange(whole.Length, 20, 63);
    }

    [Fact]
    public void Optimisation_and_threads_change_no_token()
    {
        ChatRequest request = Ask("In detail, how risky is Tezos next week?", 64);
        string[] answers =
        [
            .. from level in new[] { OptimisationLevel.None, OptimisationLevel.Basic, OptimisationLevel.All }
               from threads in new[] { 1, 2 }
               select Answer(request, new ExecutionProfile(level, threads)),
        ];

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public void The_questions_of_simulated_users_are_answered_in_words()
    {
        KeyedRandom random = new(1, 0, "chatters/1");
        for (ulong i = 0; i < 20; i++)
        {
            string prompt = ChatQuestions.PromptOf(random.Draw(new DrawPurpose("asks"), i));
            Assert.EndsWith("?", prompt);
            Assert.EndsWith(".", Answer(Ask(prompt, 64)));
        }
    }

    [Theory]
    [InlineData(null, 5, InferenceRefusal.MissingInput)]
    [InlineData(100_000, 5, InferenceRefusal.ValueOutOfRange)]
    [InlineData(65, 5_000, InferenceRefusal.ValueOutOfRange)]
    [InlineData(65, -1, InferenceRefusal.ValueOutOfRange)]
    public void A_question_that_is_none_is_refused_by_name(int? token, int maximum, InferenceRefusal reason)
    {
        FixedPointTensor most = new(TextModel.MaximumInput, [new FixedPoint(maximum, 0)], []);
        TensorSet inputs = token is { } number
            ? new TensorSet(new FixedPointTensor(TextModel.PromptInput, [new FixedPoint(number, 0)], [1, 1]), most)
            : new TensorSet(most);

        var refused = Assert.IsType<InferenceOutcome.Refused>(engine.Run(Chat, inputs, ExecutionProfile.Default).Outcome);
        Assert.Equal(reason, refused.Reason);
    }

    private static ChatRequest Ask(string prompt, int maximum) =>
        new("chat@1.0", [ChatMessage.User(prompt)]) { MaxTokens = CanonicalJson.Of((long)maximum) };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Answer(ChatRequest request, ExecutionProfile? profile = null) =>
        Chat.Text!.TextOf(Outputs(request, profile));

    private int[] Tokens(ChatRequest request) =>
        [.. Outputs(request).Number(TextModel.AnswerOutput)!.Values.Select(value => (int)value.Value)];

    private TensorSet Outputs(ChatRequest request, ExecutionProfile? profile = null)
    {
        InferenceAnswer answer = engine.Run(Chat, Chat.Text!.InputsOf(request), profile ?? ExecutionProfile.Default);
        return Assert.IsType<InferenceOutcome.Completed>(answer.Outcome).Outputs;
    }
}
