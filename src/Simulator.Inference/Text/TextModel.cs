using System.Globalization;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Text;

/// <summary>A model that continues texts token by token, as its file's metadata describe it.</summary>
/// <remarks>
/// The file has one input <c>context</c>, int64 [1, window]: the last tokens of the prompt, then the last tokens of the
/// answer so far, each padded on the left; and one output <c>logits</c>, [1, tokens]. The metadata are part of the file, so
/// that its hash covers the tokenizer too.
/// </remarks>
public sealed record TextModel
{
    public const string KindKey = "kind";
    public const string TextKind = "text";
    public const string ContextInput = "context";
    public const string LogitsOutput = "logits";

    /// <summary>Input of a whole question: the prompt's tokens, shape [1, n].</summary>
    public const string PromptInput = "prompt";

    /// <summary>Input of a whole question: the most tokens to generate, a scalar.</summary>
    public const string MaximumInput = "maximum";

    /// <summary>Output of a whole question: the generated tokens, shape [1, m].</summary>
    public const string AnswerOutput = "answer";

    /// <summary>What a request that says nothing may generate, and the most that any may.</summary>
    public const int MostTokens = 4_096;

    public required TextTokenizer Tokenizer { get; init; }

    /// <summary>How many tokens of the prompt the model sees, and how many of its own answer.</summary>
    public required (int Prompt, int Recent) Window { get; init; }

    /// <summary>Ends an answer.</summary>
    public required int End { get; init; }

    public required int Padding { get; init; }

    /// <summary>Null where the metadata are not those of a text model, or contradict each other.</summary>
    public static TextModel? Of(IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata.GetValueOrDefault(KindKey) != TextKind
            || Number(metadata, "text.prompt", 65_536) is not { } prompt
            || Number(metadata, "text.recent", 65_536) is not { } recent
            || Number(metadata, "text.end", int.MaxValue) is not { } end
            || Number(metadata, "text.padding", int.MaxValue) is not { } padding
            || Number(metadata, "text.first_piece", 65_536) is not { } firstPiece
            || firstPiece < 256
            || !metadata.TryGetValue("text.pieces", out string? pieces))
        {
            return null;
        }

        return new TextModel
        {
            Tokenizer = new TextTokenizer(pieces.Split('\n'), firstPiece),
            Window = (prompt, recent),
            End = end,
            Padding = padding,
        };
    }

    /// <summary>The tensors of a question: what an inference result of a text model is named by.</summary>
    /// <param name="request">Its last message of the user is the prompt.</param>
    public TensorSet InputsOf(ChatRequest request) => new(
        TokensOf(PromptInput, Tokenizer.Encode(PromptOf(request))),
        new FixedPointTensor(MaximumInput, [new FixedPoint(MaximumOf(request), 0)], []));

    /// <summary>The text of an answer.</summary>
    public string TextOf(TensorSet answer) => Tokenizer.Decode(NumbersOf(answer, AnswerOutput));

    /// <summary>An answer's text as the model would have put it out.</summary>
    public TensorSet OutputsOf(string answer) => new(TokensOf(AnswerOutput, Tokenizer.Encode(answer)));

    /// <summary>Tokens of prompt and answer: what is billed, and what anybody can count again from the two texts.</summary>
    public (int Prompt, int Answer) Count(ChatRequest request, string answer) =>
        (Tokenizer.Encode(PromptOf(request)).Length, Tokenizer.Encode(answer).Length);

    /// <summary>What is continued: the text of the last message that is the user's.</summary>
    public static string PromptOf(ChatRequest request) =>
        request.Messages.LastOrDefault(message => message.Role == ChatRole.User)?.Text ?? "";

    internal static FixedPointTensor TokensOf(string name, IReadOnlyList<int> tokens) =>
        new(name, [.. tokens.Select(token => new FixedPoint(token, 0))], [1, (uint)tokens.Count]);

    internal static int[] NumbersOf(TensorSet tensors, string name) =>
        [.. (tensors.Number(name)?.Values ?? []).Select(number => (int)(long)number.Value)];

    private static int MaximumOf(ChatRequest request) =>
        int.TryParse(request.MaxTokens.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int most)
            ? Math.Clamp(most, 0, MostTokens)
            : MostTokens;

    private static int? Number(IReadOnlyDictionary<string, string> metadata, string key, int most) =>
        int.TryParse(metadata.GetValueOrDefault(key), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number <= most
            ? number
            : null;
}
