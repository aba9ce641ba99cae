/** The schemas of a graph's subgraphs, by name. Each graph has features of federation that plans differ by. */
export type SubgraphSchemas = Readonly<Record<string, string>>;

export const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: [
  "@key", "@requires", "@provides", "@external", "@shareable", "@inaccessible", "@override", "@interfaceObject"])`;

/** Several, compound and nested keys; hops over subgraphs; `@requires` with arguments; mutations in sequence. */
export const shop: SubgraphSchemas = {
  products: `${LINK}
    type Query { product(id: ID!): Product products(first: Int = 3, kind: Kind): [Product!]! shops: [Shop] any(ids: [ID!]): [Product] }
    type Mutation { addProduct(input: ProductInput!): Product! renameProduct(id: ID!, name: String): Product }
    input ProductInput { name: String! kind: Kind tags: [String!] size: SizeInput }
    input SizeInput { width: Int height: Float }
    enum Kind { PART LABOUR SECRET @inaccessible }
    type Product @key(fields: "id") @key(fields: "sku shop { code }") {
      id: ID! sku: String! shop: Shop! name: String! kind: Kind kinds: [Kind!] price(currency: String = "EUR"): Float
      size: Size @shareable }
    type Size @shareable { width: Int height: Float }
    type Shop @key(fields: "code") { code: String! title: String products: [Product!] }`,
  stock: `${LINK}
    type Query { levels: [Level!] }
    type Mutation { count(sku: String!, amount: Int!): Level! clear: Boolean }
    type Product @key(fields: "sku shop { code }") { sku: String! shop: Shop! levels(min: Int): [Level!]! inStock: Boolean! best: Level }
    type Shop @key(fields: "code") { code: String! level: Level }
    type Level @key(fields: "id") { id: ID! amount: Int! product: Product! places: [String!]! }`,
  prices: `${LINK}
    type Query { deals: [Deal!]! }
    type Mutation { setPrice(id: ID!, amount: Float!): Product }
    type Product @key(fields: "id") {
      id: ID! price(currency: String = "EUR"): Float @external size: Size @external
      taxed(rate: Float): Float @requires(fields: "price(currency: \\"USD\\")")
      shipping: Float! @requires(fields: "size { width height }") }
    type Size @shareable { width: Int height: Float }
    type Deal @key(fields: "code") { code: ID! product: Product off: Float! }
    type Level @key(fields: "id") { id: ID! amount: Int! @external worth: Float @requires(fields: "amount") }`,
  reviews: `${LINK}
    type Query { review(id: ID!): Review }
    type Mutation { addReview(stars: Int!): Review! }
    type Review @key(fields: "id") { id: ID! stars: Int! product: Product! by: User @provides(fields: "name") text: String }
    type User @key(fields: "id") { id: ID! name: String @external reviews: [Review!]! }
    type Product @key(fields: "id") { id: ID! reviews(first: Int): [Review] score: Float }
    type Deal @key(fields: "code") { code: ID! review: Review }`,
  users: `${LINK}
    type Query { me: User! users: [User!]! }
    type Mutation { rename(name: String!): User! }
    type User @key(fields: "id") @key(fields: "email") { id: ID! email: String! name: String @shareable
      friends: [User!] shop: Shop }
    type Shop @key(fields: "code") { code: String! owner: User! }`,
};

/** Interfaces, unions, an interface that is an object elsewhere, an interface reached by its key. */
export const media: SubgraphSchemas = {
  library: `${LINK}
    type Query { media: [Media!]! node(id: ID!): Node search(text: String!): [Result] one: Result! shelf: Shelf }
    interface Node { id: ID! }
    interface Media implements Node @key(fields: "id") { id: ID! title: String! related: Media creator: Person }
    type Book implements Media & Node @key(fields: "id") { id: ID! title: String! related: Book creator: Person pages: Int! }
    type Film implements Media & Node @key(fields: "id") { id: ID! title: String! related: Media creator: Person minutes: Int }
    type Game implements Media & Node @key(fields: "id") { id: ID! title: String! related: Film creator: Person players: [Person!]! }
    type Person implements Node @key(fields: "id") { id: ID! name: String works: [Media!] }
    type Shelf { rows: [[Media!]!] label: String best: Result }
    union Result = Book | Film | Person | Shelf`,
  ratings: `${LINK}
    type Query { top(count: Int = 2): [Media!]! rated: Media }
    type Media @key(fields: "id") @interfaceObject { id: ID! rating: Float! raters: [Person] verdict: Verdict }
    type Person @key(fields: "id") { id: ID! favourite: Media }
    interface Verdict { text: String }
    type Praise implements Verdict { text: String hearts: Int }
    type Blame implements Verdict { text: String! reason: Reason }
    enum Reason { LONG DULL }`,
  rentals: `${LINK}
    type Query { rentals: [Rental] }
    type Film @key(fields: "id") { id: ID! rental(days: Int!): Rental minutes: Int @external late: Boolean @requires(fields: "minutes") }
    type Book @key(fields: "id") { id: ID! rental(days: Int!): Rental loans: Int! }
    type Person @key(fields: "id") { id: ID! name: String @external rented: [Rentable!] card: String @requires(fields: "name") }
    union Rentable = Film | Book
    type Rental @key(fields: "id") { id: ID! of: Rentable by: Person! }`,
};

/** Everything may be null; lists in lists; value types, custom scalars; a way back to the root from inside. */
export const loose: SubgraphSchemas = {
  grid: `${LINK}
    scalar Json scalar When
    type Query { grid: [[Cell]] cells: [Cell] cube: [[[Int]]] point: Point json: Json jsons: [Json] root: Query! @shareable }
    type Cell @key(fields: "id") { id: ID at: Point names: [[String]] data: Json around: [[Cell]] when: When @shareable flags: [Boolean] }
    type Point @shareable { x: Int y: Float }`,
  paint: `${LINK}
    scalar Json scalar When
    type Query { colours: [Colour] brush: Brush root: Query! @shareable }
    type Cell @key(fields: "id") { id: ID colour: Colour shade: Float @requires(fields: "at { x y } data") at: Point @external
      data: Json @external when: When @shareable strokes: [[Brush]] }
    type Point @shareable { x: Int y: Float }
    enum Colour { RED GREEN BLUE }
    type Brush @key(fields: "maker { name } number") { maker: Maker number: Int width: Float cell: Cell }
    type Maker { name: String @shareable city: String }`,
  makers: `${LINK}
    scalar Json
    type Query { brushes(filter: BrushFilter): [Brush] }
    input BrushFilter { widths: [[Float]] colour: Tone = DARK nested: BrushFilter }
    enum Tone { DARK LIGHT }
    type Brush @key(fields: "maker { name } number") { maker: Maker number: Int bristles: Json tones: [Tone] }
    type Maker { name: String @shareable }`,
};

/** Nothing may be null. */
export const strict: SubgraphSchemas = {
  orders: `${LINK}
    type Query { orders(limit: Int! = 2): [Order!]! order(id: ID!): Order! matrix: [[Line!]!]! }
    type Mutation { place(lines: [Int!]!): Order! cancel(id: ID!): Order! }
    type Order @key(fields: "id") { id: ID! lines: [Line!]! buyer: Buyer! number: Int! paid: Boolean! }
    type Line { order: Order! item: Item! amount: Int! }
    type Item @key(fields: "sku") { sku: ID! }
    type Buyer @key(fields: "id") { id: ID! }`,
  items: `${LINK}
    type Query { items: [Item!]! }
    type Item @key(fields: "sku") { sku: ID! name: String! weight: Float! parts: [Item!]! maker: Maker! }
    type Maker @key(fields: "id") { id: ID! name: String! items: [Item!]! }`,
  buyers: `${LINK}
    type Query { buyers: [Buyer!]! }
    type Mutation { register(name: String!): Buyer! forget: Boolean! }
    type Buyer @key(fields: "id") { id: ID! name: String! orders: [Order!]! limit: Float! }
    type Order @key(fields: "id") { id: ID! number: Int! @external paid: Boolean! @external
      urgent: Boolean! @requires(fields: "number paid") }`,
};

/** What clients may not see; root types of other names. */
export const hidden: SubgraphSchemas = {
  staff: `${LINK}
    schema { query: StaffRoot mutation: StaffChange }
    type StaffRoot { people: [Person] agents: [Agent!]! somebody: Somebody status: Status statuses: [Status] }
    type StaffChange { hire(name: String = "Ann"): Hired! fire: Person }
    type Hired { person: Person since: String! }
    interface Person { name: String! boss: Person status: Status }
    interface Agent implements Person { name: String! boss: Person status: Status number: Int }
    type Clerk implements Person @key(fields: "id") { id: ID! name: String! boss: Person status: Status desk: String salary: Float @inaccessible }
    type Spy implements Agent & Person @key(fields: "id") @inaccessible { id: ID! name: String! boss: Person status: Status number: Int }
    type Guard implements Agent & Person @key(fields: "id") { id: ID! name: String! boss: Person status: Status number: Int }
    union Somebody = Clerk | Spy | Guard
    enum Status { HERE AWAY UNDERCOVER @inaccessible }`,
  pay: `${LINK}
    schema { query: PayRoot mutation: PayChange }
    type PayRoot { payments: [Payment!] }
    type PayChange { pay(amount: Float!): Payment }
    type Clerk @key(fields: "id") { id: ID! salary: Float @external net: Float! @requires(fields: "salary") payments: [Payment!] }
    type Guard @key(fields: "id") { id: ID! wage: Float }
    type Payment @key(fields: "id") { id: ID! to: Clerk secret: String @inaccessible amount: Float! }`,
  audit: `${LINK}
    type Query { checked: [Payment] }
    type Payment @key(fields: "id") { id: ID! secret: String @external checked: Boolean @requires(fields: "secret") by: Guard }
    type Guard @key(fields: "id") { id: ID! checks: [Payment!]! }`,
};

/**
 * Fields of an interface that its types have with different nulls: in one request to a subgraph that does not know
 * them as the interface's they get different names, which are put right in the answer.
 */
export const exploded: SubgraphSchemas = {
  first: `${LINK}
    type Query { items: [Item] one: Item! }
    type Mutation { add: Item }
    interface Item { id: ID! }
    type P implements Item @key(fields: "id") { id: ID! tag: Tag! @shareable words: [String!]! @shareable other: Item }
    type Q implements Item @key(fields: "id") { id: ID! tag: Tag @shareable words: [String] @shareable others: [Item!] }
    type R implements Item @key(fields: "id") { id: ID! tag: Tag @shareable words: [String!] @shareable mark: Int }
    type Tag @shareable { text: String number: Int! }`,
  second: `${LINK}
    type Query { second: Item }
    interface Item { id: ID! tag: Tag words: [String] }
    type P implements Item @key(fields: "id") { id: ID! tag: Tag! @shareable words: [String!]! @shareable size: Float }
    type Q implements Item @key(fields: "id") { id: ID! tag: Tag @shareable words: [String] @shareable size: Float! }
    type R implements Item @key(fields: "id") { id: ID! tag: Tag @shareable words: [String!] @shareable }
    type Tag @shareable { text: String number: Int! }`,
};
