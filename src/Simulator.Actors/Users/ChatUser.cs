using Simulator.Inference.Questions;
using Simulator.Primitives;
using Simulator.Protocol.Responses;

namespace Simulator.Actors.Users;

/// <summary>Asks a text model about assets, in one message per request.</summary>
public sealed class ChatUser(string model, int maximumTokens) : IQuestions
{
    public string Model => model;

    public byte[] Compose(KeyedRandom random, DrawPurpose purpose, int attempt) =>
        new ChatRequest(model, [ChatMessage.User(ChatQuestions.PromptOf(random.Draw(purpose, (ulong)attempt)))])
        {
            MaxTokens = CanonicalJson.Of((long)maximumTokens),
        }.CanonicalBytes();
}
